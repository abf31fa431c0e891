#pragma once

#include "core/campaign/campaign.h"
#include "ui/widgets/card.h"

#include <QMap>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;

namespace beback::ui {

class FieldError;
class SegmentedControl;
class TextLabel;

// What changed and whom it is for. Every change is told at once; what is wrong stands by its field.
class CampaignForm : public Card
{
    Q_OBJECT
public:
    explicit CampaignForm(QWidget *parent = nullptr);

    void setPlans(const QVector<std::pair<QString, QString>> &plans); // id and name
    void show(const Campaign &campaign, QDate today); // fields that say the same already keep their cursor
    Campaign campaign() const; // what is no number or no day comes out as one that faultOf() refuses
    // The first thing that is wrong with it, also with what was typed here and cannot be read.
    std::optional<CampaignFault> faultIn(const Campaign &campaign) const;
    void setFault(const std::optional<CampaignFault> &fault);
    void focusField(const QString &field);

Q_SIGNALS:
    void changed();

private:
    void addField(const QString &name, const QString &caption, QWidget *field, QWidget *shown = nullptr);
    void addPart(const QString &name, QWidget *field, const QString &whole);
    void addCaption(const QString &text);
    void buildChange();
    void buildWho();
    void buildCar();
    void buildHow();
    void connectFields();

    Campaign m_campaign; // what the fields do not show goes through unchanged
    QDate m_today;
    QGridLayout *m_grid;
    SegmentedControl *m_kind, *m_condition;
    QPlainTextEdit *m_says;
    TextLabel *m_letters;
    QLineEdit *m_from, *m_until, *m_quiet, *m_make, *m_model, *m_yearFrom, *m_yearTo, *m_ageFrom, *m_ageTo, *m_perDay;
    QCheckBox *m_lost, *m_sleeping;
    QVector<QCheckBox *> m_objections; // by AllObjections
    QComboBox *m_plan;
    QMap<QString, QWidget *> m_fields;
    QMap<QString, FieldError *> m_errors; // by field; several may share one
    bool m_showing = false;
};

} // namespace beback::ui
