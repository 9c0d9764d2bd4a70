package org.onex.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.scene.ExamBooks;
import org.onex.rehearsal.scene.FakeCenter;

class TourTests {

    private final FakeCenter center = new FakeCenter();

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void itNamesPagesAccountsAndAGenuineAndTheRevokedCertificate() {
        var scene = center.scene("003", 1);
        scene.books().issued(new ExamBooks.Certificate("1", "甲"));
        scene.books().issued(new ExamBooks.Certificate("2", "乙"));
        scene.books().issued(new ExamBooks.Certificate("3", "丙"));

        assertThat(new Tour(scene).lines())
                .contains("      1 甲 is genuine", "      3 丙 is revoked")
                .doesNotContain("      2 乙 is genuine")
                .anyMatch(line -> line.contains(center.center().address() + "/console/results/HK-2024-1-01")
                        && line.contains("hongke")
                        && line.contains("college01"));
    }

    @Test
    void withASingleCertificateThatOneIsRevoked() {
        var scene = center.scene("003", 1);
        scene.books().issued(new ExamBooks.Certificate("1", "甲"));

        assertThat(new Tour(scene).lines()).last().isEqualTo("      1 甲 is revoked");
    }
}
