package org.onex.center.result;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.onex.center.candidate.WrittenName;
import org.onex.center.seating.Seat;
import org.onex.center.seating.SeatingDirectory;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.vault.Vault;
import org.onex.foundation.web.Network;
import org.onex.foundation.web.Tries;
import org.springframework.stereotype.Component;

/**
 * Finds out whose a proof is (身份核对): ID number, name and ticket number have to be those of one seat. Which of them is wrong nobody learns,
 * neither from the answer nor from how long it takes, and nobody can go through all of them.
 */
@Component
class ProveCandidate {

    /** Wrong ones about an ID number or a ticket from one address. */
    static final int WRONG = 10;

    /** From everywhere: too few to find a ticket, and too many for somebody at one address to keep its holder out. */
    static final int WRONG_ANYWHERE = 200;

    /** A whole college shares an address. */
    static final int FROM_ADDRESS = 300;

    /** Longer than looking anything up takes. */
    static final Duration WRONG_TAKES = Duration.ofMillis(100);

    private static final Duration REFILL = Duration.ofMinutes(10);
    private static final Duration ADDRESS_REFILL = Duration.ofMinutes(1);
    private static final int LONGEST = 100;

    private final SeatingDirectory seating;
    private final Vault vault;
    private final Tries wrong = new Tries(WRONG, REFILL);
    private final Tries wrongAnywhere = new Tries(WRONG_ANYWHERE, REFILL);
    private final Tries asked = new Tries(FROM_ADDRESS, ADDRESS_REFILL);

    ProveCandidate(SeatingDirectory seating, Vault vault) {
        this.seating = seating;
        this.vault = vault;
    }

    /**
     * Not in a transaction: who is wrong waits.
     *
     * @param address where the question comes from
     * @throws ResultRefused if it was asked too often
     */
    Optional<ProvenCandidate> prove(Proof proof, String address) {
        var begun = System.nanoTime();
        var number = IdNumber.normalized(cut(proof.idNumber()));
        var ticket = cut(proof.ticket()).strip();
        var network = Network.of(address);
        require(asked.take(network));
        // By keyed hashes: an ID number is not kept, not even in memory. A hundred tries at once are a hundred.
        var about = List.of(
                "number " + vault.hash(number, "result inquiry"), "ticket " + vault.hash(ticket, "result inquiry"));
        for (var name : about) {
            require(wrong.take(name + " from " + network));
            require(wrongAnywhere.take(name));
        }
        var proven = seating.byTicket(ticket)
                .filter(place -> isOf(place.seat(), number, cut(proof.name())))
                .map(place -> proven(place.plan(), place.seat()));
        if (proven.isPresent()) {
            for (var name : about) {
                wrong.giveBack(name + " from " + network);
                wrongAnywhere.giveBack(name);
            }
        } else {
            waitUntil(begun + WRONG_TAKES.toNanos());
        }
        return proven;
    }

    private static boolean isOf(Seat seat, String number, String name) {
        return seat.idNumber().value().equals(number) && WrittenName.same(seat.name(), name);
    }

    /** Nothing that is right is longer; nobody looks for a name in 60,000 blanks. */
    private static String cut(String typed) {
        return typed.length() > LONGEST ? "" : typed;
    }

    private static void require(OptionalLong wait) {
        if (wait.isPresent()) {
            throw ResultRefused.of(ResultRefused.Code.TOO_MANY_INQUIRIES, "retryAfterSeconds", wait.getAsLong());
        }
    }

    private static void waitUntil(long until) {
        for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private static ProvenCandidate proven(String plan, Seat seat) {
        return new ProvenCandidate(
                seat.registration(),
                plan,
                seat.college(),
                seat.name(),
                seat.ticket(),
                seat.qualification(),
                seat.level());
    }
}
