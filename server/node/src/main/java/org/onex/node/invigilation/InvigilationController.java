package org.onex.node.invigilation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.Token;
import org.onex.foundation.web.OwnCookie;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.node.sitting.AttemptState;
import org.onex.node.sitting.SessionView;
import org.onex.node.sitting.SittingDirectory;
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

    private static final String COOKIE = "ONEX_NODE_STAFF";
    /** Sent with an act, so that the same one again after a lost answer is not a second one. */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Duration SHIFT = Duration.ofHours(16);
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{1,32}");

    private final Keepers keepers;
    private final KeepRoom room;
    private final PinLimits limits;
    private final SittingDirectory sittings;
    private final BusinessClock clock;

    InvigilationController(
            Keepers keepers, KeepRoom room, PinLimits limits, SittingDirectory sittings, BusinessClock clock) {
        this.keepers = keepers;
        this.room = room;
        this.limits = limits;
        this.sittings = sittings;
        this.clock = clock;
    }

    record Pin(String number, String pin) {}

    record SignedIn(String number, String name, OffsetDateTime now, SessionView session, List<String> rooms) {}

    @PostMapping("/session")
    ResponseEntity<SignedIn> signIn(@RequestBody Pin sent, HttpServletRequest request) {
        var keeper = identified(sent);
        var token = Token.random();
        keepers.signIn(keeper, token.hash(), clock.instant());
        return withCookie(token.value(), SHIFT, request).body(signedIn(keeper));
    }

    private Keeper identified(Pin sent) {
        var number = IdNumber.normalized(sent.number());
        var pin = IdNumber.normalized(sent.pin());
        if (!NUMBER.matcher(number).matches() || !NUMBER.matcher(pin).matches()) {
            throw InvigilationRefused.of(InvigilationRefused.Code.SIGN_IN_WRONG);
        }
        limits.beforeTrying(number);
        var keeper = keepers.find(number, pin).stream()
                .filter(one -> !isOver(one))
                .findFirst()
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.SIGN_IN_WRONG));
        limits.wasRight(number);
        return keeper;
    }

    /** The room is tidied up on the day; after that nobody has business at its board. */
    private boolean isOver(Keeper keeper) {
        return sittings.session(keeper.session())
                .map(session -> session.closesAt().toInstant().plus(SHIFT).isBefore(clock.instant()))
                .orElse(true);
    }

    private static ResponseEntity.BodyBuilder withCookie(String token, Duration age, HttpServletRequest request) {
        var cookie = OwnCookie.header(request, COOKIE, token, "/api/invigilation", age);
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie);
    }

    private SignedIn signedIn(Keeper keeper) {
        var session = sittings.session(keeper.session()).orElseThrow();
        var now = Window.inBeijing(clock.instant());
        return new SignedIn(keeper.number(), keeper.name(), now, session, sittings.rooms(keeper.session()));
    }

    @GetMapping("/session")
    SignedIn session(@CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return signedIn(keeper(token));
    }

    @DeleteMapping("/session")
    ResponseEntity<Void> signOut(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, HttpServletRequest request) {
        if (token != null) {
            keepers.signOut(new Token(token).hash());
        }
        return withCookie("", Duration.ZERO, request).build();
    }

    record SeatView(
            UUID attempt,
            String room,
            int seat,
            String name,
            String ticket,
            AttemptState state,
            int answered,
            @Nullable Long remainingMs,
            @Nullable Long lastBeatMsAgo,
            int epoch,
            boolean unlocked,
            int extraMinutes,
            @Nullable String shortCode) {

        static SeatView of(SittingDirectory.SeatNow seat) {
            return new SeatView(
                    seat.attempt(),
                    seat.room(),
                    seat.seat(),
                    seat.name(),
                    seat.ticket(),
                    seat.state(),
                    seat.answered(),
                    millis(seat.remaining()),
                    millis(seat.sinceBeat()),
                    seat.epoch(),
                    seat.unlocked(),
                    seat.extraMinutes(),
                    seat.shortCode());
        }

        private static @Nullable Long millis(@Nullable Duration duration) {
            return duration == null ? null : duration.toMillis();
        }
    }

    @GetMapping("/seats")
    Page<SeatView> seats(
            @RequestParam(name = "room", required = false) @Nullable String roomName,
            PageRequest page,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        var seats = sittings.seats(keeper(token).session(), roomName, page.key(), page.size());
        return new Page<>(seats.items().stream().map(SeatView::of).toList(), seats.next(), seats.total());
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
        room.extend(request, identified(sent.second()), sent.minutes(), sent.reason());
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

    private KeepRoom.Request request(@Nullable UUID key, @Nullable String token, UUID attempt) {
        return new KeepRoom.Request(key == null ? Ids.next() : key, keeper(token), attempt);
    }

    private Keeper keeper(@Nullable String token) {
        return Optional.ofNullable(token)
                .flatMap(one ->
                        keepers.signedIn(new Token(one).hash(), clock.instant().minus(SHIFT)))
                .filter(one -> !isOver(one))
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.NOT_SIGNED_IN));
    }
}
