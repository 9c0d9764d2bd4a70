package org.onex.center.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onex.center.catalog.Level;
import org.onex.center.registration.RegistrationKey;
import org.onex.center.seating.Seat;
import org.onex.contract.kernel.IdNumber;
import org.onex.foundation.ids.Ids;
import org.onex.foundation.vault.Vault;

class ProveCandidateTests {

    private static final String TICKET = "2024990000040001";
    private static final IdNumber NUMBER = IdNumber.completed("99999920050101001");
    private static final String HERE = "192.0.2.1";

    @TempDir
    private Path keys;

    private ProveCandidate proofs;

    static Seat seat(RegistrationKey registration, String name, IdNumber number, String ticket) {
        return new Seat(
                Ids.next(),
                1,
                1,
                1,
                "A",
                ticket,
                registration,
                Ids.next(),
                "90001",
                "电商1班",
                name,
                number,
                "WDYY",
                Level.ELEMENTARY,
                1);
    }

    @BeforeEach
    void open() throws Exception {
        var exam = new ExamOnPaper();
        var registration = new RegistrationKey(Ids.next(), Ids.next());
        exam.seat("P", seat(registration, "买买提·艾力", NUMBER, TICKET));
        proofs = new ProveCandidate(exam.seatsOnPaper(), Vault.open(keys, "test", null));
    }

    private Optional<ProvenCandidate> prove(String number, String name, String ticket) {
        return proofs.prove(new Proof(number, name, ticket), HERE);
    }

    @Test
    void whoKnowsAllThreeIsWhoTheySay() {
        assertThat(prove(NUMBER.value(), "买买提·艾力", TICKET))
                .hasValueSatisfying(who -> assertThat(who.ticket()).isEqualTo(TICKET));
    }

    @Test
    void itIsTheSameHoweverItIsTyped() {
        assertThat(prove(" " + NUMBER.value().toLowerCase() + " ", "买买提 • 艾力", " " + TICKET + " "))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"number", "name", "ticket", "nothing"})
    void oneThatIsWrongIsAsGoodAsThreeAndTakesAsLong(String wrong) {
        var begun = System.nanoTime();
        var proven =
                switch (wrong) {
                    case "number" -> prove(IdNumber.completed("99999920050101002").value(), "买买提·艾力", TICKET);
                    case "name" -> prove(NUMBER.value(), "买买提", TICKET);
                    case "ticket" -> prove(NUMBER.value(), "买买提·艾力", "2024990000040002");
                    default -> prove("", "", "");
                };
        assertThat(proven).isEmpty();
        assertThat(System.nanoTime() - begun)
                .isGreaterThanOrEqualTo(ProveCandidate.WRONG_TAKES.toNanos());
    }

    @Test
    void aTicketCannotBeTriedWithOneNumberAfterAnother() {
        for (int i = 0; i < ProveCandidate.WRONG; i++) {
            prove(IdNumber.completed("9999992005010110" + i).value(), "买买提·艾力", TICKET);
        }
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(() -> prove(NUMBER.value(), "买买提·艾力", TICKET))
                .satisfies(e -> assertThat(e.code()).isEqualTo("result.too-many-inquiries"))
                .satisfies(e -> assertThat((Long) e.facts().get("retryAfterSeconds")).isBetween(1L, 600L));
    }

    @Test
    void aNumberCannotBeTriedWithOneTicketAfterAnother() {
        for (int i = 0; i < ProveCandidate.WRONG; i++) {
            prove(NUMBER.value(), "买买提·艾力", "202499000004001" + i);
        }
        assertThatExceptionOfType(ResultRefused.class)
                .isThrownBy(() -> prove(NUMBER.value(), "买买提·艾力", TICKET));
    }

    @Test
    void whoIsRightMayAskAgainAndAgain() {
        for (int i = 0; i < 3 * ProveCandidate.WRONG; i++) {
            assertThat(prove(NUMBER.value(), "买买提·艾力", TICKET)).isPresent();
        }
    }

    @Test
    void anAddressMayAskOnlySoOften() {
        for (int i = 0; i < ProveCandidate.FROM_ADDRESS; i++) {
            prove(NUMBER.value(), "买买提·艾力", TICKET);
        }
        var elsewhere = new Proof(NUMBER.value(), "买买提·艾力", TICKET);
        assertThatExceptionOfType(ResultRefused.class).isThrownBy(() -> proofs.prove(elsewhere, HERE));
        assertThat(proofs.prove(elsewhere, "192.0.2.2")).isPresent();
    }

    @Test
    void nothingTooLongIsLookedAt() {
        assertThat(prove("9".repeat(100_000), "买".repeat(100_000), UUID.randomUUID().toString().repeat(1_000)))
                .isEmpty();
    }
}
