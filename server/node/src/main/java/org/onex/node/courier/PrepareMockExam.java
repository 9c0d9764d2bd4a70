package org.onex.node.courier;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.HashKey;
import org.onex.node.invigilation.AdmitInvigilators;
import org.onex.node.sitting.BundleFiles;
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
    private final MockPapers papers;
    private final BusinessClock clock;

    PrepareMockExam(InstallSession install, AdmitInvigilators admit, MockPapers papers, BusinessClock clock) {
        this.install = install;
        this.admit = admit;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param seats          1–500
     * @param opensInMinutes 0–1,440
     * @param minutes        1–480, for each subject
     * @param lateMinutes    how late one may come, 1–44,640 (31 days); everybody gets the full time
     * @param subjects       1 or 2; the second follows the first
     */
    record Wish(int seats, int opensInMinutes, int minutes, int lateMinutes, int subjects) {

        Wish {
            require("seats", seats, 1, 500);
            require("opensInMinutes", opensInMinutes, 0, 1_440);
            require("minutes", minutes, 1, 480);
            require("lateMinutes", lateMinutes, 1, 44_640);
            require("subjects", subjects, 1, MockPapers.Subject.values().length);
        }

        private static void require(String field, int value, int from, int to) {
            if (value < from || value > to) {
                throw CourierRefused.outOfRange(field, from, to);
            }
        }
    }

    /**
     * What the technician gets to hand out; nobody can ask for it again.
     *
     * @param session the first one
     */
    record Prepared(UUID session, List<MockCandidate> candidates, List<MockInvigilator> invigilators) {}

    record MockCandidate(int seat, String name, String ticket, String idNumber) {}

    record MockInvigilator(String number, String name, String pin) {}

    @Transactional
    public Prepared prepare(Wish wish) {
        var idHashKey = HashKey.random();
        var candidates = candidates(wish.seats());
        var number = CHANCE.nextInt(1_000_000);
        var invigilators = List.of(invigilator(number, 1), invigilator(number, 2));
        var sealed = Arrays.stream(MockPapers.Subject.values())
                .limit(wish.subjects())
                .map(papers::sealed)
                .toList();
        var portraits = MockPortraits.sealed();
        var sessions = sessions(sealed, wish, clock.instant());
        var bundle = new SiteBundle(
                SiteBundle.FORMAT,
                Ids.next(),
                1,
                "模拟考试",
                null,
                idHashKey.base64(),
                portraits.key().base64(),
                sessions,
                candidates.stream()
                        .map(one -> seating(one, idHashKey, sessions, portraits))
                        .toList(),
                invigilators.stream().map(one -> keeper(one, idHashKey)).toList());
        bringIn(bundle, sealed, portraits);
        return new Prepared(sessions.getFirst().id(), candidates, invigilators);
    }

    private void bringIn(SiteBundle bundle, List<MockPapers.Sealed> sealed, MockPortraits portraits) {
        var files = new HashMap<String, byte[]>(portraits.files());
        sealed.forEach(paper -> files.putAll(paper.files()));
        install.install(bundle, BundleFiles.of(files));
        admit.admit(bundle);
        for (int i = 0; i < sealed.size(); i++) {
            install.release(bundle.sessions().get(i).id(), sealed.get(i).key());
        }
    }

    /** All in one window, in which everybody has the full time for each. */
    private static List<SiteBundle.Session> sessions(List<MockPapers.Sealed> sealed, Wish wish, Instant now) {
        var opens = now.plus(Duration.ofMinutes(wish.opensInMinutes()));
        var late = opens.plus(Duration.ofMinutes(wish.lateMinutes()));
        var closes = late.plus(Duration.ofMinutes((long) wish.minutes() * wish.subjects()));
        var hours = new SiteBundle.Hours(opens.minus(ENTRY_BEFORE_START), opens, late, closes, wish.minutes(), 0);
        var sessions = new ArrayList<SiteBundle.Session>();
        for (var paper : sealed) {
            var after = sessions.isEmpty() ? null : sessions.getLast().id();
            sessions.add(new SiteBundle.Session(
                    Ids.next(), after, "网店运营推广", "初级", paper.subject().label(), hours, now, paper.forms()));
        }
        return sessions;
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

    private static SiteBundle.Seating seating(
            MockCandidate candidate, HashKey idHashKey, List<SiteBundle.Session> sessions, MockPortraits portraits) {
        var idNumber = IdNumber.of(candidate.idNumber());
        var form = candidate.seat() % 2 == 1 ? "A" : "B";
        return new SiteBundle.Seating(
                candidate.ticket(),
                candidate.name(),
                idNumber.masked(),
                idHashKey.hash(idNumber.value()),
                ROOM,
                candidate.seat(),
                0,
                portraits.of(candidate.seat()),
                sessions.stream()
                        .map(session -> new SiteBundle.Run(Ids.next(), session.id(), form))
                        .toList());
    }

    private static SiteBundle.RoomKeeper keeper(MockInvigilator invigilator, HashKey key) {
        return new SiteBundle.RoomKeeper(
                invigilator.number(), invigilator.name(), key.hash(invigilator.pin()), List.of(ROOM));
    }
}
