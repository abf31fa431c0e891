#include "ui/lead/touch_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace beback::ui {

namespace {

const QLatin1String MediumKey("medium"), OutcomeKey("outcome"), PointKey("point"), NoteKey("note"), WantedKey("wanted"),
    ResultKey("result_came"), NextKey("next_at"), WritingKey("writing"), WordsKey("words"), SubjectKey("subject"),
    BodyKey("body"), HandedKey("handed_over"), AnswersKey("answers"), NotAskedKey("not_asked"), SolutionsKey("solutions"), CheckKey("check_reason"), WordingKey("wording"),
    ObjectionKey("objection"), SoldKey("sold"), DeliveredKey("delivered"), OverruleKey("overrule");

QJsonObject textsOf(const QMap<QString, QString> &texts)
{
    QJsonObject json;
    for (auto it = texts.cbegin(); it != texts.cend(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QMap<QString, QString> textsFrom(const QJsonValue &value)
{
    QMap<QString, QString> texts;
    const QJsonObject json = value.toObject();
    for (auto it = json.begin(); it != json.end(); ++it)
        texts.insert(it.key(), it->toString());
    return texts;
}

} // namespace

bool TouchDraft::isEmpty() const
{
    return outcome == Outcome::None && note.isEmpty() && !wanted && !resultCame && !nextAt && words.isEmpty() && !handedOver && !objection && !sold && !delivered && overrule.isEmpty()
           && answers.isEmpty() && notAsked.isEmpty() && solutions.isEmpty() && checkReason.isEmpty();
}

QString TouchDraft::toText() const
{
    QJsonObject json{{MediumKey, beback::toText(medium)}};
    const auto add = [&json](QLatin1String key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    add(OutcomeKey, beback::toText(outcome));
    add(PointKey, pointKey);
    add(NoteKey, note);
    add(OverruleKey, overrule);
    add(CheckKey, checkReason);
    if (!answers.isEmpty())
        json.insert(AnswersKey, textsOf(answers));
    if (!notAsked.isEmpty())
        json.insert(NotAskedKey, textsOf(notAsked));
    if (!solutions.isEmpty())
        json.insert(SolutionsKey, QJsonArray::fromStringList(solutions));
    if (wanted)
        json.insert(WantedKey, *wanted);
    if (resultCame)
        json.insert(ResultKey, *resultCame);
    if (nextAt)
        json.insert(NextKey, nextAt->toIso());
    if (objection)
        json.insert(ObjectionKey, beback::toText(*objection));
    if (sold)
        json.insert(SoldKey, true);
    if (delivered)
        json.insert(DeliveredKey, *delivered);
    if (writing)
        json.insert(WritingKey, beback::toText(*writing));
    if (handedOver)
        json.insert(HandedKey, true);
    QJsonObject all;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        all.insert(beback::toText(it.key()), QJsonObject{{SubjectKey, it->subject}, {BodyKey, it->body}, {WordingKey, it->wording}});
    if (!all.isEmpty())
        json.insert(WordsKey, all);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

TouchDraft TouchDraft::fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    TouchDraft draft;
    draft.medium = mediumFromText(json.value(MediumKey).toString()).value_or(Medium::Call);
    draft.outcome = outcomeFromText(json.value(OutcomeKey).toString()).value_or(Outcome::None);
    draft.pointKey = json.value(PointKey).toString();
    draft.note = json.value(NoteKey).toString();
    draft.overrule = json.value(OverruleKey).toString();
    draft.checkReason = json.value(CheckKey).toString();
    draft.answers = textsFrom(json.value(AnswersKey));
    draft.notAsked = textsFrom(json.value(NotAskedKey));
    for (const QJsonValue &solution : json.value(SolutionsKey).toArray())
        draft.solutions << solution.toString();
    if (json.contains(WantedKey))
        draft.wanted = json.value(WantedKey).toString();
    if (json.contains(ResultKey))
        draft.resultCame = json.value(ResultKey).toBool();
    if (json.contains(NextKey)) {
        bool ok = false;
        const Instant at = Instant::fromIso(json.value(NextKey).toString(), &ok);
        if (ok)
            draft.nextAt = at;
    }
    draft.objection = objectionFromText(json.value(ObjectionKey).toString());
    draft.sold = json.value(SoldKey).toBool();
    if (json.contains(DeliveredKey))
        draft.delivered = json.value(DeliveredKey).toBool();
    draft.writing = mediumFromText(json.value(WritingKey).toString());
    draft.handedOver = json.value(HandedKey).toBool();
    const QJsonObject all = json.value(WordsKey).toObject();
    for (auto it = all.begin(); it != all.end(); ++it)
        if (const auto medium = mediumFromText(it.key())) {
            const QJsonObject words = it->toObject();
            PreparedWords kept;
            kept.subject = words.value(SubjectKey).toString();
            kept.body = words.value(BodyKey).toString();
            kept.wording = words.value(WordingKey).toString();
            draft.words.insert(*medium, kept);
        }
    return draft;
}

RecordRequest toRequest(const TouchDraft &draft, const LeadView &view)
{
    RecordRequest request;
    request.customer = view.customer.id;
    request.lead = view.lead;
    request.medium = draft.medium;
    request.outcome = draft.outcome;
    request.pointKey = draft.pointKey;
    request.note = draft.note.trimmed();
    if (draft.medium == Medium::Call && draft.outcome != Outcome::None) // the only medium a rule of the house closes
        request.overrule = draft.overrule;
    if (view.step) {
        request.why = view.step->purpose;
        request.result = view.step->result;
    }
    if (draft.wanted)
        request.result = *draft.wanted;
    request.resultCame = draft.resultCame;
    request.nextAt = draft.nextAt;
    request.objection = draft.objection;
    request.sold = draft.sold;
    if (draft.medium == Medium::Call) {
        request.answers = draft.answers;
        request.notAsked = draft.notAsked;
        request.solutions = draft.solutions;
    }
    if (draft.delivered && draft.outcome == Outcome::BoughtElsewhere)
        request.answers.insert(QStringLiteral("delivered"), *draft.delivered ? QStringLiteral("yes") : QStringLiteral("no"));
    // Written here and sent, whichever way it went out.
    if ((draft.handedOver || draft.outcome == Outcome::Sent) && draft.words.contains(draft.medium)) {
        const PreparedWords &words = draft.words[draft.medium];
        request.subject = words.subject;
        request.words = words.body;
        request.wording = words.wording;
        request.checkReason = draft.checkReason;
    }
    request.epoch = view.claim ? view.claim->epoch : 0;
    return request;
}

} // namespace beback::ui
