// A deal that may still be saved: called, seen, answered.
#include "core/desk/desk_ask.h"

namespace beback {

// What a manager says about a person whom this desk may not carry yet: they are read in first, where that is possible.
template <class Job> QFuture<Result<RecordReceipt>> Desk::Body::writeBrought(CustomerId customer, Job job)
{
    const auto tell = [this, customer](const Result<RecordReceipt> &receipt) {
        if (receipt)
            announce({customer});
        if (SharedLink *shared = link)
            shared->nudge();
    };
    return askShared(
        [this, customer, job, tell](SharedPlace &at) -> Result<RecordReceipt> {
            BEBACK_CHECK(at.exchange().bring({customer.toString()}));
            auto receipt = job(at.own(), at.login());
            tell(receipt);
            return receipt;
        },
        [this, job, tell](Workplace &at) -> Result<RecordReceipt> {
            auto receipt = job(at, login);
            tell(receipt);
            return receipt;
        });
}

QFuture<Result<RecordReceipt>> Desk::raiseAlert(CustomerId customer, LeadId lead, QString deal)
{
    return m_body->writeBrought(customer, [=](Workplace &at, const QString &login) { return at.raiseAlert(customer, lead, deal, login); });
}

QFuture<Result<RecordReceipt>> Desk::seeAlert(CustomerId customer, LeadId lead)
{
    return m_body->writeBrought(customer, [=](Workplace &at, const QString &login) { return at.seeAlert(customer, lead, login); });
}

QFuture<Result<RecordReceipt>> Desk::answerAlert(CustomerId customer, LeadId lead, AlertAnswer answer, QString text)
{
    return m_body->writeBrought(customer, [=](Workplace &at, const QString &login) { return at.answerAlert(customer, lead, answer, text, login); });
}

QFuture<Result<QVector<AlertOnDesk>>> Desk::alerts()
{
    return m_body->askShared([](SharedPlace &at) { return at.alerts(); }, [](Workplace &at) { return at.alerts(); });
}

} // namespace beback
