package org.onex.center.paper;

import java.util.UUID;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.foundation.ids.Ids;

/** Papers assembled from the small bank. */
final class PaperFixtures {

    private static final long SEED = 7;

    private PaperFixtures() {}

    static Paper theory(Signature assembler) {
        return of(Subject.THEORY, assembler);
    }

    static Paper of(Subject subject, Signature assembler) {
        var bank = BankFile.bank();
        var origin = new Paper.PaperOrigin(
                UUID.fromString("0197a000-0000-7000-8000-000000000001"),
                1,
                BankFile.HONGKE,
                "WDYY",
                Level.ELEMENTARY,
                subject,
                "网店运营推广 初级",
                false);
        var pair = FormPair.drawn(bank, bank.blueprint(subject).orElseThrow(), SEED);
        return Paper.assembled(Ids.next(), origin, SEED, pair, assembler);
    }
}
