package org.onex.node.courier;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.onex.contract.bundle.SessionBundle;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.DataKey;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;
import org.onex.node.invigilation.AdmitInvigilators;
import org.onex.node.sitting.InstallSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a mock exam (模拟考试) with synthetic candidates and installs it as a real one is installed, so that a site can try out room, machines
 * and line before the day.
 */
@Component
class PrepareMockExam {

    private static final Duration ENTRY_BEFORE_START = Duration.ofMinutes(30);
    private static final String ROOM = "模拟考场";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final InstallSession install;
    private final AdmitInvigilators admit;
    private final MockPaper paper;
    private final BusinessClock clock;

    PrepareMockExam(InstallSession install, AdmitInvigilators admit, MockPaper paper, BusinessClock clock) {
        this.install = install;
        this.admit = admit;
        this.paper = paper;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param seats          1–500
     * @param opensInMinutes 0–1,440
     * @param minutes        1–480
     * @param lateMinutes    how late one may come, 1–44,640 (31 days); everybody gets the full time
     */
    record Wish(int seats, int opensInMinutes, int minutes, int lateMinutes) {

        Wish {
            require("seats", seats, 1, 500);
            require("opensInMinutes", opensInMinutes, 0, 1_440);
            require("minutes", minutes, 1, 480);
            require("lateMinutes", lateMinutes, 1, 44_640);
        }

        private static void require(String field, int value, int from, int to) {
            if (value < from || value > to) {
                throw CourierRefused.outOfRange(field, from, to);
            }
        }
    }

    /** What the technician gets to hand out; nobody can ask for it again. */
    record Prepared(UUID session, List<MockCandidate> candidates, List<MockInvigilator> invigilators) {}

    record MockCandidate(int seat, String name, String ticket, String idNumber) {}

    record MockInvigilator(String number, String name, String pin) {}

    @Transactional
    public Prepared prepare(Wish wish) {
        var key = DataKey.random();
        var idHashKey = HashKey.random();
        var candidates = candidates(wish.seats());
        var number = CHANCE.nextInt(1_000_000);
        var invigilators = List.of(invigilator(number, 1), invigilator(number, 2));
        var files = new HashMap<String, byte[]>();
        var papers = new ArrayList<SessionBundle.PaperFile>();
        paper.sealed(key).forEach((form, bytes) -> {
            var sha256 = Digests.sha256(bytes);
            files.put(sha256, bytes);
            papers.add(new SessionBundle.PaperFile(form, sha256));
        });
        var session = Ids.next();
        var bundle = new SessionBundle(
                SessionBundle.FORMAT,
                session,
                new SessionBundle.Exam("模拟考试", "网店运营推广", "初级", "理论", true),
                hours(wish, clock.instant()),
                idHashKey.base64(),
                papers,
                candidates.stream().map(one -> seating(one, idHashKey)).toList(),
                invigilators.stream().map(one -> keeper(one, idHashKey)).toList());
        bringIn(bundle, files, key);
        return new Prepared(session, candidates, invigilators);
    }

    private void bringIn(SessionBundle bundle, Map<String, byte[]> files, DataKey key) {
        install.install(bundle, files);
        admit.admit(bundle);
        install.release(bundle.session(), key);
    }

    private static SessionBundle.Hours hours(Wish wish, Instant now) {
        var opens = now.plus(Duration.ofMinutes(wish.opensInMinutes()));
        var late = opens.plus(Duration.ofMinutes(wish.lateMinutes()));
        return new SessionBundle.Hours(
                opens.minus(ENTRY_BEFORE_START),
                opens,
                late,
                late.plus(Duration.ofMinutes(wish.minutes())),
                wish.minutes(),
                0);
    }

    /** Tickets begin with 9, which no real one does, and share ten digits of chance per mock exam. */
    private static List<MockCandidate> candidates(int seats) {
        var exam = "9" + "%010d".formatted(CHANCE.nextLong(10_000_000_000L));
        var candidates = new ArrayList<MockCandidate>();
        for (int seat = 1; seat <= seats; seat++) {
            var idNumber = IdNumber.completed("99999920000101%03d".formatted(seat));
            candidates.add(new MockCandidate(
                    seat, "模拟考生%03d".formatted(seat), withCheckDigit(exam + "%04d".formatted(seat)), idNumber.value()));
        }
        return candidates;
    }

    /** By Luhn's formula (ISO/IEC 7812-1), which finds every single wrong digit. */
    static String withCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static MockInvigilator invigilator(int exam, int person) {
        return new MockInvigilator(
                "JKC9%06d%d".formatted(exam, person), "模拟监考员" + person, "%06d".formatted(CHANCE.nextInt(1_000_000)));
    }

    private static SessionBundle.Seating seating(MockCandidate candidate, HashKey idHashKey) {
        var idNumber = IdNumber.of(candidate.idNumber());
        return new SessionBundle.Seating(
                Ids.next(),
                candidate.ticket(),
                candidate.name(),
                idNumber.masked(),
                idHashKey.hash(idNumber.value()),
                ROOM,
                candidate.seat(),
                candidate.seat() % 2 == 1 ? "A" : "B",
                0);
    }

    private static SessionBundle.RoomKeeper keeper(MockInvigilator invigilator, HashKey key) {
        return new SessionBundle.RoomKeeper(invigilator.number(), invigilator.name(), key.hash(invigilator.pin()));
    }
}
