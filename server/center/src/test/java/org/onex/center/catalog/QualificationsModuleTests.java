package org.onex.center.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onex.center.OneConnection;
import org.onex.foundation.postgres.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class QualificationsModuleTests {

    private HikariDataSource database;
    private Qualifications qualifications;

    @BeforeEach
    void open() {
        database = TestPostgres.freshDatabase();
        qualifications = new Qualifications(
                JdbcClient.create(database), JsonMapper.builder().build());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isFoundByEveryWordItIsCalledBy() {
        qualifications.store(media(60));
        for (var word : List.of("XMTYX", "新媒体营销职业技能等级证书", "新媒体营销", "新媒体营销等职业技能等级证书")) {
            assertThat(qualifications.find(word))
                    .as(word)
                    .hasValueSatisfying(found -> assertThat(found.code()).isEqualTo("XMTYX"));
        }
        assertThat(qualifications.find("新媒体")).isEmpty();
    }

    @Test
    void nobodyElseMayBeCalledTheSame() {
        qualifications.store(media(60));
        var other = new Qualification(
                "OTHER", "990000002", "另一证书", "另一", List.of("新媒体营销"), media(60).schemes());
        assertThatExceptionOfType(CatalogRefused.class)
                .isThrownBy(() -> qualifications.store(other))
                .satisfies(e -> assertThat(e.facts()).containsEntry("name", "新媒体营销"));
    }

    @Test
    void aChangedSchemeIsANewVersionAndAnUnchangedOneIsNot() {
        qualifications.store(media(60));
        qualifications.store(media(60));
        assertThat(versions()).containsExactly(1);
        qualifications.store(media(70));
        assertThat(versions()).containsExactly(2);
        assertThat(qualifications
                        .get("XMTYX")
                        .orElseThrow()
                        .schemes()
                        .getFirst()
                        .passRule())
                .isEqualTo(new Scheme.PassRule(70));
    }

    @Test
    void onlyLevelsWithASchemeCanBeExamined() {
        qualifications.store(media(60));
        var name = qualifications.find("XMTYX").orElseThrow();
        assertThat(qualifications.scheme(name, Level.ELEMENTARY))
                .contains(new SchemeOutline(1, List.of(Subject.THEORY), Map.of(Subject.THEORY, 100), 60));
        assertThat(qualifications.scheme(name, Level.ADVANCED)).isEmpty();
    }

    @Test
    void anOldVersionIsStillAskedForByItsNumber() {
        qualifications.store(media(60));
        qualifications.store(media(70));
        assertThat(qualifications.scheme("XMTYX", Level.ELEMENTARY, 1))
                .hasValueSatisfying(scheme -> assertThat(scheme.eachAtLeast()).isEqualTo(60));
        assertThat(qualifications.scheme("XMTYX", Level.ELEMENTARY, 2))
                .hasValueSatisfying(scheme -> assertThat(scheme.eachAtLeast()).isEqualTo(70));
        assertThat(qualifications.scheme("XMTYX", Level.ELEMENTARY, 3)).isEmpty();
        assertThat(qualifications.scheme("XMTYX", Level.ADVANCED, 1)).isEmpty();
    }

    @Test
    void aCodeBelongsToWhoeverEnteredItFirst() {
        qualifications.store(media(60));
        var taken = new Qualification(
                "XMTYX", "990000009", "别家的", "别家", List.of(), media(70).schemes());
        assertThatExceptionOfType(CatalogRefused.class)
                .isThrownBy(() -> qualifications.store(taken))
                .satisfies(e -> assertThat(e.code()).isEqualTo("catalog.not-your-qualification"));
        var name = qualifications.find("XMTYX").orElseThrow();
        assertThat(qualifications.isOwnedBy(name, "990000001")).isTrue();
        assertThat(qualifications.isOwnedBy(name, "990000009")).isFalse();
    }

    @Test
    void oneConnectionIsEnoughToReadThemWithNamesAndSchemes() {
        var first = media(60);
        var second = new Qualification("OTHER", "990000002", "另一证书", "另一", List.of("别名乙", "别名甲"), levels());
        qualifications.store(first);
        qualifications.store(second);
        var read = OneConnection.with(database, jdbc -> {
            var few = new Qualifications(jdbc, JsonMapper.builder().build());
            return List.of(few.after("", 10), few.get("XMTYX").stream().toList());
        });
        assertThat(read.getFirst())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("aliases")
                .containsExactly(second, first);
        assertThat(read.getFirst().getFirst().aliases()).containsExactlyInAnyOrder("别名甲", "别名乙");
        assertThat(read.getLast()).containsExactly(first);
    }

    /** From the lowest on. */
    private static List<Scheme> levels() {
        return Stream.of(Level.values())
                .map(level -> new Scheme(
                        level,
                        1,
                        List.of(new Scheme.SchemeSubject(Subject.THEORY, 100, null)),
                        new Scheme.PassRule(60)))
                .toList();
    }

    private List<Integer> versions() {
        return qualifications.get("XMTYX").orElseThrow().schemes().stream()
                .map(Scheme::version)
                .toList();
    }

    private static Qualification media(int passMark) {
        var scheme = new Scheme(
                Level.ELEMENTARY,
                1,
                List.of(new Scheme.SchemeSubject(Subject.THEORY, 100, 60)),
                new Scheme.PassRule(passMark));
        return new Qualification(
                "XMTYX", "990000001", "新媒体营销职业技能等级证书", "新媒体营销", List.of("新媒体营销等职业技能等级证书"), List.of(scheme));
    }
}
