package org.onex.center.paper;

import java.util.UUID;
import org.onex.center.organization.Actor;
import org.onex.center.organization.OrganizationKind;

/**
 * One version of a bank as it is kept (题库版本).
 *
 * @param file    name of the file it was loaded from
 * @param digest  SHA-256 of that file
 * @param content SHA-256 of the bank as it lies sealed on disk
 */
record BankRecord(
        UUID id,
        int version,
        String awardingBody,
        String file,
        String digest,
        String content,
        Signature loaded,
        ItemBank bank) {

    boolean isOf(Actor actor) {
        return actor.actsFor(OrganizationKind.AWARDING_BODY, awardingBody);
    }

    /**
     * @throws PaperRefused unless the other is a version of the same bank
     */
    void requireSameSubject(ItemBank other, Actor actor) {
        var isSame = isOf(actor)
                && bank.qualification().code().equals(other.qualification().code())
                && bank.level() == other.level();
        if (!isSame) {
            throw PaperRefused.of(PaperRefused.Code.BANK_CODE_TAKEN, "code", bank.code());
        }
    }
}
