package org.onex.center.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onex.center.EarlierDatabase;
import org.onex.foundation.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The step of the schema by which the tables of the roster became everybody's. */
class RostersBecomeIntakesModuleTests {

    private static final TypeReference<List<CellProblem>> PROBLEMS = new TypeReference<>() {};

    @Test
    void whatWasSentBeforeIsStillThere() {
        try (var database = EarlierDatabase.at("0014")) {
            var jdbc = JdbcClient.create(database);
            var roster = Ids.next();
            var candidate = Ids.next();
            var enrolment = Ids.next();
            jdbc.sql("""
                    insert into candidate.roster_import
                        (id, college, file_id, file_name, state, job, by_name, since,
                         rows_added, rows_changed, rows_unchanged, rows_bad, reading)
                    values (:id, '90001', :id, '花名册.xlsx', 'ENTERED', :id, '王老师', now(), 1, 0, 0, 1, '')
                    """).param("id", roster).update();
            row(jdbc, roster, 4, "[]", candidate, enrolment);
            row(jdbc, roster, 5, """
                    [{"field":"ID_NUMBER","code":"AREA_UNKNOWN","facts":{}},\
                    {"field":"KIND","code":"CHOICE_UNKNOWN","facts":{"choices":["院校考生","社会考生"]}}]""", null, null);

            EarlierDatabase.migrate(database);
            assertThat(jdbc.sql("select kind from intake.intake where id = :id")
                            .param("id", roster)
                            .query(String.class)
                            .single())
                    .isEqualTo("candidate.roster");
            assertThat(column(jdbc, roster, 4, "subject")).isEqualTo(candidate + "/" + enrolment);
            assertThat(column(jdbc, roster, 4, "encode(values_sealed, 'hex')")).isEqualTo("04");
            assertThat(column(jdbc, roster, 5, "subject")).isNull();
            assertThat(JsonMapper.shared().readValue(column(jdbc, roster, 5, "problems"), PROBLEMS))
                    .containsExactly(
                            CellProblem.warning("ID_NUMBER", "AREA_UNKNOWN"),
                            CellProblem.of("KIND", "CHOICE_UNKNOWN", Map.of("choices", List.of("院校考生", "社会考生"))));
        }
    }

    private static void row(
            JdbcClient jdbc,
            UUID roster,
            int number,
            String problems,
            @Nullable UUID candidate,
            @Nullable UUID enrolment) {
        jdbc.sql("""
                insert into candidate.roster_row
                    (import_id, number, verdict, is_entered, form_sealed, problems, candidate, enrolment)
                values (:import, :number, 'ADDED', :entered, decode(:sealed, 'hex'), :problems, :candidate, :enrolment)
                """)
                .param("import", roster)
                .param("number", number)
                .param("entered", candidate != null)
                .param("sealed", "0" + number)
                .param("problems", problems)
                .param("candidate", candidate)
                .param("enrolment", enrolment)
                .update();
    }

    private static @Nullable String column(JdbcClient jdbc, UUID roster, int number, String column) {
        return jdbc.sql("select " + column + " from intake.intake_row where intake_id = :id and number = :number")
                .param("id", roster)
                .param("number", number)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
