// Everything that may happen in a schedule.

#include "player.h"

namespace beback::exchange_sim {

const std::vector<ActKind> &Player::kinds()
{
    static const std::vector<ActKind> Kinds{
        {"take", 6, "%1 takes a lead in", &Player::takeIn},
        {"same", 2, "%1 takes in, as somebody new, a lead that another took in already", &Player::takeTheSameIn},
        {"again", 2, "%1 takes in one more lead of somebody known", &Player::takeASecondLead},
        {"next", 14, "%1 asks for the next person", &Player::claimNext},
        {"name", 6, "%1 asks for one person by name", &Player::claimByName},
        {"renew", 5, "%1 lengthens a lease", &Player::renew},
        {"work", 10, "%1 contacts somebody it holds, and writes it down", &Player::work},
        {"give", 4, "%1 gives somebody back", &Player::giveBack},
        {"attempt", 7, "%1 writes down an attempt on somebody it need not hold", &Player::attempt},
        {"note", 6, "%1 writes a note", &Player::note},
        {"reply", 5, "%1 writes down what they wrote", &Player::reply},
        {"stop", 7, "%1 sets do-not-contact", &Player::refuse},
        {"clear", 5, "%1 clears a do-not-contact it sees", &Player::clear},
        {"undo", 6, "%1 takes an entry back", &Player::undo},
        {"label", 6, "%1 edits the label of an address", &Player::editPoint},
        {"strange", 4, "%1 has an entry of a newer version", &Player::writeStrange},
        {"sync", 10, "%1 exchanges", &Player::sync},
        {"pull", 6, "%1 reads the feeds", &Player::pull},
        {"refold", 3, "%1 folds whoever is stale", &Player::refold},
        {"away", 7, "%1 loses its line", &Player::goAway},
        {"back", 7, "%1 connects", &Player::comeBack},
        {"blackout", 2, "everybody loses the line", &Player::everybodyAway},
        {"drop", 3, "the server ends the session of %1, which does not know", &Player::endSession},
        {"cut-before", 3, "%1 sends, and the line breaks before the commit", &Player::cutBeforeCommit},
        {"cut-after", 6, "%1 sends, and the line breaks after the commit and before the answer", &Player::cutAfterCommit},
        {"cut-part", 4, "%1 sends the first part of a batch, and the line breaks", &Player::cutInTheMiddle},
        {"twice", 4, "a batch of %1 arrives twice", &Player::sendTwice},
        {"old", 4, "an older batch of %1 arrives once more", &Player::oldBatchArrives},
        {"swap", 3, "the later part of a batch of %1 arrives before the earlier one", &Player::sendTheLaterPartFirst},
        {"lost-claim", 3, "%1 is handed somebody, and the answer is lost", &Player::loseAClaim},
        {"hold", 3, "%1 sends, and what follows happens before its commit", &Player::commitLate},
        {"take-along", 4, "%1 takes people along on a trip", &Player::takeAlong},
        {"bring", 2, "%1 reads whom it takes along", &Player::bringTheRest},
        {"check-in", 3, "%1 comes back from its trip", &Player::comeBackFromTrip},
        {"clock", 5, "somebody sets the clock of %1", &Player::setTheClock},
        {"sleep", 3, "the computer of %1 sleeps for a while", &Player::sleep},
        {"reboot", 2, "the computer of %1 is switched off and on", &Player::reboot},
        {"kill", 3, "the program of %1 is killed and started again", &Player::killAndStart},
        {"keep", 4, "the file of %1 is copied aside", &Player::keepTheFile},
        {"put-back", 3, "the copy of the file of %1 is put back", &Player::putTheFileBack},
        {"clone", 2, "a second computer gets a copy of the file of %1", &Player::copyToATwin},
        {"backup", 1, "the shared database is backed up", &Player::backUpTheServer},
        {"restore", 2, "the shared database is restored from its backup", &Player::restoreTheServer},
    };
    return Kinds;
}

int Player::actNamed(const QString &name)
{
    const auto &all = kinds();
    for (size_t i = 0; i < all.size(); ++i)
        if (name == QLatin1String(all[i].name))
            return int(i);
    return -1;
}

} // namespace beback::exchange_sim
