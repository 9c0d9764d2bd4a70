package org.onex.center.paper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.organization.Actor;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the file of an item bank; loaded again it is the bank's next version, and papers that exist keep theirs. */
@Service
class LoadBank {

    private final ItemBanks banks;
    private final QualificationDirectory qualifications;
    private final Clock clock;
    private final AuditTrail trail;

    LoadBank(ItemBanks banks, QualificationDirectory qualifications, Clock clock, AuditTrail trail) {
        this.banks = banks;
        this.qualifications = qualifications;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * @param created false when the file is another version, or the same as the one already there
     */
    record Loaded(BankRecord record, boolean created) {}

    /**
     * @throws PaperRefused with every problem of the file; or if its code belongs to another bank
     */
    @Transactional
    Loaded load(String file, byte[] content, Actor actor) {
        var digest = Digests.sha256(content);
        var body = ItemBanks.body(actor);
        var bank = new BankReader(qualifications, body).read(file, text(content));
        var known = banks.findByCode(bank.code());
        if (known.isEmpty()) {
            var first = new BankRecord(
                    Ids.next(), 1, body, file, digest, banks.keep(bank), Signature.of(actor, clock), bank);
            banks.add(first);
            record(actor, first);
            return new Loaded(first, true);
        }
        var before = known.get();
        before.requireSameSubject(bank, actor);
        if (before.digest().equals(digest)) {
            return new Loaded(before, false);
        }
        var next = new BankRecord(
                before.id(),
                before.version() + 1,
                body,
                file,
                digest,
                banks.keep(bank),
                Signature.of(actor, clock),
                bank);
        banks.change(next);
        record(actor, next);
        return new Loaded(next, false);
    }

    private void record(Actor actor, BankRecord loaded) {
        trail.record(
                actor,
                "paper.load-bank",
                loaded.bank().code(),
                Map.of("file", loaded.file(), "sha256", loaded.digest(), "version", loaded.version()));
    }

    /** UTF-8, or what Chinese Windows calls ANSI; a byte order mark is passed over. */
    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(content, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
