package org.onex.node.invigilation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.web.OwnCookie;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.node.sitting.AttemptState;
import org.onex.node.sitting.BundleDirectory;
import org.onex.node.sitting.SessionView;
import org.onex.node.sitting.SittingDirectory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The board of the room (监考台) over HTTP; {@code docs/answer-protocol.md}, "The room". */
@RestController
@RequestMapping("/api/invigilation")
class InvigilationController {

    static final String COOKIE = "ONEX_NODE_STAFF";
    /** Sent with an act, so that the same one again after a lost answer is not a second one. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final KeeperSignIn signIn;
    private final KeepRoom room;
    private final BundleDirectory bundles;
    private final SittingDirectory sittings;
    private final ReadRecord written;
    private final BusinessClock clock;

    InvigilationController(
            KeeperSignIn signIn,
            KeepRoom room,
            BundleDirectory bundles,
            SittingDirectory sittings,
            ReadRecord written,
            BusinessClock clock) {
        this.signIn = signIn;
        this.room = room;
        this.bundles = bundles;
        this.sittings = sittings;
        this.written = written;
        this.clock = clock;
    }

    record Pin(String number, String pin) {}

    /** Who is signed in and for what: the subjects of a slot and the rooms that are theirs. */
    record SignedIn(
            String number,
            String name,
            OffsetDateTime now,
            String title,
            boolean practice,
            List<SessionView> sessions,
            List<String> rooms) {}

    @PostMapping("/session")
    ResponseEntity<SignedIn> signIn(@RequestBody Pin sent, HttpServletRequest request) {
        var here = signIn.signIn(sent.number(), sent.pin());
        return withCookie(here.token().value(), KeeperSignIn.SHIFT, request).body(signedIn(here.keeper()));
    }

    private static ResponseEntity.BodyBuilder withCookie(String token, Duration age, HttpServletRequest request) {
        var cookie = OwnCookie.header(request, COOKIE, token, "/api/invigilation", age);
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie);
    }

    private SignedIn signedIn(Keeper keeper) {
        var bundle = bundles.find(keeper.bundle()).orElseThrow();
        return new SignedIn(
                keeper.number(),
                keeper.name(),
                Window.inBeijing(clock.instant()),
                bundle.title(),
                bundle.practice(),
                bundle.sessions(),
                keeper.rooms());
    }

    @GetMapping("/session")
    SignedIn session(@CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return signedIn(signIn.signedIn(token));
    }

    @DeleteMapping("/session")
    ResponseEntity<Void> signOut(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, HttpServletRequest request) {
        if (token != null) {
            signIn.signOut(token);
        }
        return withCookie("", Duration.ZERO, request).build();
    }

    record SeatView(
            UUID attempt,
            String room,
            int seat,
            String name,
            String ticket,
            boolean photo,
            String subject,
            @Nullable String next,
            @Nullable UUID nextAttempt,
            AttemptState state,
            int answered,
            @Nullable Long remainingMs,
            @Nullable Long lastBeatMsAgo,
            int epoch,
            boolean unlocked,
            int extraMinutes,
            @Nullable String shortCode,
            RoomSheets.@Nullable Presence attendance,
            int incidents,
            @Nullable OffsetDateTime lateUntil) {

        static SeatView of(SittingDirectory.SeatNow seat, ReadRecord.SeatNotes notes) {
            var lateUntil = seat.lateUntil();
            return new SeatView(
                    seat.attempt(),
                    seat.room(),
                    seat.seat(),
                    seat.name(),
                    seat.ticket(),
                    seat.photo(),
                    seat.subject(),
                    seat.next(),
                    seat.nextAttempt(),
                    seat.state(),
                    seat.answered(),
                    millis(seat.remaining()),
                    millis(seat.sinceBeat()),
                    seat.epoch(),
                    seat.unlocked(),
                    seat.extraMinutes(),
                    seat.shortCode(),
                    notes.attendance(seat),
                    notes.incidents(seat),
                    lateUntil == null ? null : Window.inBeijing(lateUntil));
        }

        private static @Nullable Long millis(@Nullable Duration duration) {
            return duration == null ? null : duration.toMillis();
        }
    }

    @GetMapping("/seats")
    Page<SeatView> seats(
            @RequestParam(name = "room", required = false) @Nullable String roomName,
            @RequestParam(name = "session", required = false) @Nullable UUID session,
            PageRequest page,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var keeper = signIn.signedIn(token);
        var seats = sittings.seats(keeper.bundle(), keeper.roomsNamed(roomName), session, page.key(), page.size());
        var notes = written.seats(keeper);
        var items = seats.items().stream().map(seat -> SeatView.of(seat, notes)).toList();
        return new Page<>(items, seats.next(), seats.total());
    }

    @GetMapping("/attempts/{id}/photo")
    ResponseEntity<Resource> photo(
            @PathVariable UUID id, @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return room.photo(signIn.signedIn(token), id).answer();
    }

    record Reason(String reason) {}

    @PostMapping("/attempts/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(
            @PathVariable UUID id,
            @RequestBody Reason sent,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable UUID key,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        room.unlock(request(key, token, id), sent.reason());
    }

    record Extension(int minutes, String reason, Pin second) {}

    @PostMapping("/attempts/{id}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend(
            @PathVariable UUID id,
            @RequestBody Extension sent,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable UUID key,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var request = request(key, token, id);
        var second = signIn.recognise(sent.second().number(), sent.second().pin());
        room.extend(request, second, sent.minutes(), sent.reason());
    }

    record Message(String text) {}

    @PostMapping("/attempts/{id}/message")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(
            @PathVariable UUID id,
            @RequestBody Message sent,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable UUID key,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        room.tell(request(key, token, id), sent.text());
    }

    record ForcedHandIn(String reason, Pin second) {}

    @PostMapping("/attempts/{id}/hand-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handIn(
            @PathVariable UUID id,
            @RequestBody ForcedHandIn sent,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable UUID key,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var request = request(key, token, id);
        var second = signIn.recognise(sent.second().number(), sent.second().pin());
        room.handIn(request, second, sent.reason());
    }

    private OwnRooms.Request request(@Nullable UUID key, @Nullable String token, UUID attempt) {
        return new OwnRooms.Request(key == null ? Ids.next() : key, signIn.signedIn(token), attempt);
    }
}
