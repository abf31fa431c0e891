#include "ui/lead/touch_draft.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace beback::ui {

namespace {

const QLatin1String MediumKey("medium"), OutcomeKey("outcome"), PointKey("point"), NoteKey("note"), WantedKey("wanted"),
    ResultKey("result_came"), NextKey("next_at"), WritingKey("writing"), WordsKey("words"), SubjectKey("subject"),
    BodyKey("body"), HandedKey("handed_over"), ObjectionKey("objection"), SoldKey("sold"), DeliveredKey("delivered"), OverruleKey("overrule");

} // namespace

bool TouchDraft::isEmpty() const
{
    return outcome == Outcome::None && note.isEmpty() && !wanted && !resultCame && !nextAt && words.isEmpty() && !handedOver && !objection && !sold && !delivered && overrule.isEmpty();
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
        all.insert(beback::toText(it.key()), QJsonObject{{SubjectKey, it->subject}, {BodyKey, it->body}});
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
            draft.words.insert(*medium, {words.value(SubjectKey).toString(), words.value(BodyKey).toString(), {}});
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
    if (draft.delivered)
        request.answers.insert(QStringLiteral("delivered"), *draft.delivered ? QStringLiteral("yes") : QStringLiteral("no"));
    // Written here and sent, whichever way it went out.
    if ((draft.handedOver || draft.outcome == Outcome::Sent) && draft.words.contains(draft.medium)) {
        const PreparedWords &words = draft.words[draft.medium];
        request.words = words.subject.isEmpty() ? words.body : words.subject + QStringLiteral("\n\n") + words.body;
    }
    request.epoch = view.claim ? view.claim->epoch : 0;
    return request;
}

} // namespace beback::ui
