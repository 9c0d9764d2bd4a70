package org.onex.node.invigilation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onex.contract.bundle.RecordFile.IncidentKind;

class IncidentTests {

    private static final Keeper KEEPER = new Keeper(new UUID(1, 1), "JKC0000001", "监考甲", List.of("第1考场"));

    private static Incident incident(IncidentKind kind, @Nullable String second) {
        return new Incident(new UUID(7, 7), "第1考场", kind, "带手机入场", "", KEEPER.number(), second);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISCIPLINE", "CHEATING"})
    void whatMayCostTheExaminationIsNotWrittenDownByOnePersonAlone(IncidentKind kind) {
        assertThatExceptionOfType(InvigilationRefused.class)
                .isThrownBy(() -> incident(kind, null).requireWitnessed())
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("invigilation.second-person"));
        assertThatCode(() -> incident(kind, "JKC0000002").requireWitnessed()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"EQUIPMENT", "HEALTH", "OTHER"})
    void whatIsNobodysFaultNeedsNoSecondPerson(IncidentKind kind) {
        assertThatCode(() -> incident(kind, null).requireWitnessed()).doesNotThrowAnyException();
    }

    @Test
    void theSecondPersonIsAnotherOneOfTheSameExam() {
        var colleague = new Keeper(KEEPER.bundle(), "JKC0000002", "监考乙", List.of("第2考场"));
        var stranger = new Keeper(new UUID(2, 2), "JKC0000002", "监考乙", List.of("第1考场"));
        assertThat(KEEPER.seconded(List.of(stranger, colleague))).isEqualTo("JKC0000002");
        for (var nobody : List.of(List.of(KEEPER), List.of(stranger), List.<Keeper>of())) {
            assertThatExceptionOfType(InvigilationRefused.class)
                    .isThrownBy(() -> KEEPER.seconded(nobody))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("invigilation.second-person"));
        }
    }
}
