package org.onex.center.plan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.onex.center.audit.AuditTrail;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.contract.kernel.WorkingCalendar;
import org.onex.foundation.ids.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a notice file as a draft of its awarding body; loaded again it replaces the draft. */
@Service
class LoadNotice {

    private final Notices notices;
    private final NoticeReader reader;
    private final AuditTrail trail;

    LoadNotice(
            Notices notices,
            QualificationDirectory qualifications,
            OrganizationDirectory organizations,
            WorkingCalendar calendar,
            AuditTrail trail) {
        this.notices = notices;
        this.reader = new NoticeReader(
                qualifications, name -> organizations.findAwardingBody(name).map(Organization::code), calendar);
        this.trail = trail;
    }

    /**
     * @param created false when the file replaced a draft, or was the same as the one already there
     */
    record Loaded(NoticeRecord record, boolean created) {}

    /**
     * @throws PlanRefused with every problem of the file; or if it is another body's, or published and different
     */
    @Transactional
    Loaded load(String file, byte[] content, Actor actor) {
        var digest = sha256(content);
        var notice = reader.read(file, text(content));
        var known = notices.findByCode(notice.code());
        if (known.isEmpty()) {
            var draft = new NoticeRecord(Ids.next(), 1, NoticeRecord.Status.DRAFT, file, digest, null, notice);
            draft.requireOf(actor);
            notices.add(draft);
            record(actor, draft);
            return new Loaded(draft, true);
        }
        var before = known.get();
        if (!before.notice().awardingBody().equals(notice.awardingBody())) {
            throw PlanRefused.of(PlanRefused.Code.NOTICE_CODE_TAKEN, "code", notice.code());
        }
        before.requireOf(actor);
        if (before.digest().equals(digest)) {
            return new Loaded(before, false);
        }
        var replaced = before.replacedBy(notice, file, digest);
        notices.change(replaced);
        record(actor, replaced);
        return new Loaded(replaced, false);
    }

    private void record(Actor actor, NoticeRecord loaded) {
        trail.record(
                actor,
                "plan.load-notice",
                loaded.notice().code(),
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

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
