package org.onex.node.sitting;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.Token;
import org.onex.foundation.web.OwnCookie;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The candidate's side of the answer protocol; {@code docs/answer-protocol.md} says what each request means. */
@RestController
@RequestMapping("/api/sitting")
class SittingController {

    private static final String COOKIE = "ONEX_NODE";
    private static final Duration TOKEN_LIVES = Duration.ofDays(2);
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_EVENTS = 100;

    private final SignIn signIn;
    private final WriteAttempts write;
    private final ReadAttempts read;
    private final LastBeats beats;
    private final BusinessClock clock;

    SittingController(SignIn signIn, WriteAttempts write, ReadAttempts read, LastBeats beats, BusinessClock clock) {
        this.signIn = signIn;
        this.write = write;
        this.read = read;
        this.beats = beats;
        this.clock = clock;
    }

    record Sessions(OffsetDateTime now, List<SessionView> sessions) {}

    @GetMapping("/sessions")
    Sessions sessions() {
        var now = clock.instant();
        return new Sessions(
                Window.inBeijing(now),
                read.sessionsNotOverAt(now).stream().map(SessionView::of).toList());
    }

    @GetMapping("/papers/{sha256}")
    ResponseEntity<byte[]> paper(@PathVariable String sha256) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(read.sealedPaper(sha256));
    }

    /** Ticket and ID number as they were typed, and what the page made up for this sign-in. */
    record Credentials(
            String ticket, String idNumber, @Nullable String device) {}

    @PostMapping("/sign-ins")
    ResponseEntity<AttemptView> signIn(@RequestBody Credentials sent, HttpServletRequest request) {
        return seated(signIn.signIn(sent.ticket(), sent.idNumber(), sent.device()), request);
    }

    private ResponseEntity<AttemptView> seated(SignIn.Seated seated, HttpServletRequest request) {
        var id = seated.attempt().id();
        beats.heard(id, clock.instant());
        var cookie =
                OwnCookie.header(request, COOKIE, seated.token().value(), "/api/sitting/attempts/" + id, TOKEN_LIVES);
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie).body(read.viewOf(id, clock.instant()));
    }

    @GetMapping("/attempts/{id}")
    AttemptView attempt(@PathVariable UUID id, @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return read.viewFor(id, tokenHash(token), clock.instant());
    }

    @GetMapping("/attempts/{id}/photo")
    ResponseEntity<Resource> photo(
            @PathVariable UUID id, @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return read.photoFor(id, tokenHash(token)).answer();
    }

    @PostMapping("/attempts/{id}/next")
    ResponseEntity<AttemptView> next(
            @PathVariable UUID id,
            @CookieValue(name = COOKIE, required = false) @Nullable String token,
            HttpServletRequest request) {
        return seated(signIn.next(id, new Token(required(token))), request);
    }

    record Owner(int epoch) {}

    record Started(
            String key,
            OffsetDateTime now,
            @Nullable Long remainingMs,
            @Nullable Long handInInMs) {}

    @PostMapping("/attempts/{id}/start")
    Started start(
            @PathVariable UUID id,
            @RequestBody Owner sent,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var now = clock.instant();
        var claim = claim(id, sent.epoch(), token);
        // Before the clock of this candidate starts to run.
        var key = read.releasedKey(id);
        var attempt = write.change(id, seat -> seat.start(claim, now));
        var started = clock.instant();
        beats.heard(id, started);
        return new Started(
                key.base64(),
                Window.inBeijing(started),
                AttemptView.millis(attempt.remaining(started)),
                AttemptView.millis(attempt.untilHandIn(started)));
    }

    record SentEntry(long seq, String item, String value, OffsetDateTime at) {

        Entry entry() {
            // Databases round what is finer, and a repetition must compare equal.
            return new Entry(seq, item, value, at.toInstant().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    enum EventKind {
        FOCUS_LOST,
        FOCUS_REGAINED,
        OFFLINE,
        ONLINE,
        PAGE_OPENED
    }

    record SentEvent(EventKind kind, OffsetDateTime at) {

        Attempt.Event event() {
            var claimed = at.toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (!Entry.canBeStored(claimed)) {
                throw SittingRefused.invalidEntry(0, "at");
            }
            return new Attempt.Event(kind.name(), claimed);
        }
    }

    record SentBeat(int epoch, List<SentEntry> entries, List<SentEvent> events, List<UUID> confirmed) {

        Attempt.Beat beat() {
            if (entries.size() > MOST_ENTRIES) {
                throw SittingRefused.invalidEntry(entries.get(MOST_ENTRIES).seq(), "entries");
            }
            if (events.size() > MOST_EVENTS || confirmed.size() > MOST_EVENTS) {
                throw SittingRefused.invalidEntry(0, "events");
            }
            return new Attempt.Beat(
                    entries.stream().map(SentEntry::entry).toList(),
                    events.stream().map(SentEvent::event).toList(),
                    Set.copyOf(confirmed));
        }
    }

    enum BeatState {
        ENTERED,
        RUNNING,
        HANDED_IN,
        TAKEN_OVER
    }

    record BeatAnswer(
            long durableSeq,
            OffsetDateTime now,
            @Nullable Long remainingMs,
            @Nullable Long handInInMs,
            BeatState state,
            List<AttemptView.Told> instructions,
            AttemptView.@Nullable HandedIn receipt) {}

    @PostMapping("/attempts/{id}/beat")
    BeatAnswer beat(
            @PathVariable UUID id,
            @RequestBody SentBeat sent,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var now = clock.instant();
        var claim = claim(id, sent.epoch(), token);
        var beat = sent.beat();
        var attempt = write.change(id, seat -> seat.beat(claim, beat, read::entries, now));
        if (!attempt.isOwnedBy(claim)) {
            return new BeatAnswer(
                    attempt.durableSeq(sent.epoch()),
                    Window.inBeijing(now),
                    null,
                    null,
                    BeatState.TAKEN_OVER,
                    List.of(),
                    null);
        }
        beats.heard(id, now);
        return answer(attempt, sent.epoch(), clock.instant());
    }

    private static BeatAnswer answer(Attempt attempt, int epoch, Instant now) {
        return new BeatAnswer(
                attempt.durableSeq(epoch),
                Window.inBeijing(now),
                AttemptView.millis(attempt.remaining(now)),
                AttemptView.millis(attempt.untilHandIn(now)),
                BeatState.valueOf(attempt.state().name()),
                AttemptView.Told.of(attempt),
                AttemptView.HandedIn.ofLatest(attempt));
    }

    record HandIn(int epoch, long lastSeq) {}

    @PostMapping("/attempts/{id}/hand-in")
    AttemptView.HandedIn handIn(
            @PathVariable UUID id,
            @RequestBody HandIn sent,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var now = clock.instant();
        var claim = claim(id, sent.epoch(), token);
        var attempt = write.change(id, seat -> seat.handIn(claim, sent.lastSeq(), now));
        var receipt = AttemptView.HandedIn.ofLatest(attempt);
        if (receipt == null) {
            throw new IllegalStateException("handed in without a receipt: " + id);
        }
        return receipt;
    }

    private Attempt.Claim claim(UUID id, int epoch, @Nullable String token) {
        var tokenHash = tokenHash(token);
        read.requireKnown(id, tokenHash);
        return new Attempt.Claim(epoch, tokenHash);
    }

    private static String tokenHash(@Nullable String token) {
        return new Token(required(token)).hash();
    }

    private static String required(@Nullable String token) {
        if (token == null) {
            throw SittingRefused.of(SittingRefused.Code.ATTEMPT_UNKNOWN);
        }
        return token;
    }
}
