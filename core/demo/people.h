#pragma once

#include "core/demo/dice.h"
#include "core/demo/material.h"
#include "core/history/lead_draft.h"

#include <QSet>

namespace beback::demo {

// What a customer is like, unknown to the dealership: it shows only in what they answer to.
struct Habits {
    double interest = 0.5;    // 0 to 1: how likely they come in and buy
    double answersCall = 0.2; // at their good hours; a third of it otherwise
    double answersText = 0.2;
    double answersEmail = 0.1;
    int goodFrom = 17, goodUntil = 21; // local hours
    Duration textDelay{}, emailDelay{}; // mean
    bool wrongNumber = false; // the first number is somebody else's
    bool badAddress = false;  // the first mail address bounces
    int patience = 20;        // touches without an answer before they ask to be left alone
    Instant buysElsewhere;    // us 0: never
};

struct Person {
    LeadDraft draft;
    Habits habits;
};

// Makes up people: 555-01xx numbers that no two households share, example.com addresses that no two people share.
class People
{
public:
    People(const Material &material, Dice &dice) : m_material(material), m_dice(dice) {}

    // Somebody nobody knows yet, asking at `arrival` through `source`.
    Person make(const QString &source, Instant arrival);
    // The interest alone, for somebody who asks again later.
    LeadDraft interest(const QString &source, Instant arrival, bool spanish);
    ContactPoint anotherPhone(); // value empty when every number is given out
    ContactPoint anotherEmail(const PersonName &name);

private:
    struct Home {
        Address address;
        QString lastName, tradition;
        ContactPoint phone;
        qsizetype city = 0;
    };

    QString tradition();
    PersonName name(const QString &tradition, const QString &lastName, const QString &postcode);
    Home home();
    void addPoints(LeadDraft &draft, const Home &home);
    ContactPoint phone(const QString &number, const char *label) const;
    QString takeNumber(const City &city);
    QString takeFrom(const QString &areaCode); // empty when its hundred numbers are given out
    Vehicle vehicle();
    Vehicle oldVehicle();
    QString comment(const LeadDraft &draft, bool spanish);
    Habits habits(const LeadDraft &draft, Instant arrival);

    const Material &m_material;
    Dice &m_dice;
    QSet<QString> m_names, m_addresses;
    QHash<QString, QVector<int>> m_freeLines; // by area code
    std::optional<Home> m_lastHome;
    int m_year = 0; // model year of a new car at the moment
    int m_stock = 24100;
    qint64 m_request = 7104300;
};

// The words of a purpose with their gaps filled: {model} {vehicle} {color} {stock} {trade}.
QString about(QString words, const Vehicle &wanted, const std::optional<Vehicle> &trade);

} // namespace beback::demo
