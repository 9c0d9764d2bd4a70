package org.onex.node.invigilation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.contract.kernel.IdNumber;
import org.onex.contract.kernel.Window;
import org.onex.foundation.clock.BusinessClock;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.onex.node.sitting.AttemptState;
import org.onex.node.sitting.SittingDirectory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The board of the room (监考台) over HTTP; {@code docs/answer-protocol.md}, "The room". */
@RestController
@RequestMapping("/api/invigilation")
class InvigilationController {

    private static final String COOKIE = "ONEX_NODE_STAFF";
    private static final SecureRandom CHANCE = new SecureRandom();

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

    record BoardSession(
            UUID id,
            String title,
            String qualification,
            String level,
            String subject,
            boolean practice,
            OffsetDateTime entryOpensAt,
            OffsetDateTime opensAt,
            OffsetDateTime lateUntil,
            OffsetDateTime closesAt,
            int minutes) {}

    record SignedIn(String number, String name, OffsetDateTime now, BoardSession session, List<String> rooms) {}

    @PostMapping("/session")
    ResponseEntity<SignedIn> signIn(@RequestBody Pin sent, HttpServletRequest request) {
        var keeper = identified(sent);
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        keepers.signIn(keeper, hash(token), clock.instant());
        return withCookie(token, Duration.ofHours(16), request).body(signedIn(keeper));
    }

    private Keeper identified(Pin sent) {
        var number = IdNumber.normalized(sent.number()).toUpperCase(Locale.ROOT);
        limits.beforeTrying(number);
        var keeper = keepers.find(number, IdNumber.normalized(sent.pin()))
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.SIGN_IN_WRONG));
        limits.wasRight(number);
        return keeper;
    }

    private static ResponseEntity.BodyBuilder withCookie(String token, Duration age, HttpServletRequest request) {
        var cookie = ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/api/invigilation")
                .maxAge(age)
                .build();
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private SignedIn signedIn(Keeper keeper) {
        var session = sittings.session(keeper.session()).orElseThrow();
        var exam = session.exam();
        var hours = session.hours();
        var shown = new BoardSession(
                session.id(),
                exam.title(),
                exam.qualification(),
                exam.level(),
                exam.subject(),
                exam.practice(),
                hours.entryOpensAt().atZone(Window.BEIJING).toOffsetDateTime(),
                hours.opensAt().atZone(Window.BEIJING).toOffsetDateTime(),
                hours.lateUntil().atZone(Window.BEIJING).toOffsetDateTime(),
                hours.closesAt().atZone(Window.BEIJING).toOffsetDateTime(),
                hours.minutes());
        var now = clock.instant().atZone(Window.BEIJING).toOffsetDateTime();
        return new SignedIn(keeper.number(), keeper.name(), now, shown, sittings.rooms(keeper.session()));
    }

    @GetMapping("/session")
    SignedIn session(@CookieValue(name = COOKIE, required = false) @Nullable String token) {
        return signedIn(keeper(token));
    }

    @DeleteMapping("/session")
    ResponseEntity<Void> signOut(
            @CookieValue(name = COOKIE, required = false) @Nullable String token, HttpServletRequest request) {
        if (token != null) {
            keepers.signOut(hash(token));
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
            int extraMinutes) {

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
                    seat.extraMinutes());
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
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        room.unlock(keeper(token), id, sent.reason());
    }

    record Extension(int minutes, String reason, Pin second) {}

    @PostMapping("/attempts/{id}/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend(
            @PathVariable UUID id,
            @RequestBody Extension sent,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        room.extend(keeper(token), identified(sent.second()), id, sent.minutes(), sent.reason());
    }

    record Message(String text) {}

    @PostMapping("/attempts/{id}/message")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(
            @PathVariable UUID id,
            @RequestBody Message sent,
            @CookieValue(name = COOKIE, required = false) @Nullable String token) {
        room.tell(keeper(token), id, sent.text());
    }

    private Keeper keeper(@Nullable String token) {
        if (token == null) {
            throw InvigilationRefused.of(InvigilationRefused.Code.NOT_SIGNED_IN);
        }
        return keepers.signedIn(hash(token))
                .orElseThrow(() -> InvigilationRefused.of(InvigilationRefused.Code.NOT_SIGNED_IN));
    }

    private static String hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
