package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.center.EarlierDatabase;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The step of the schema with which marking begins: what came back before it is marked like what comes after it. */
class ScriptsWaitForMarkingModuleTests {

    private static final UUID COUNTS = new UUID(1, 1);
    private static final UUID DOES_NOT = new UUID(1, 2);
    private static final UUID PAPER = new UUID(2, 2);

    @Test
    void whatCountedBeforeIsDueAtOnceAndNothingElseIs() {
        try (var database = EarlierDatabase.at("0027")) {
            var jdbc = JdbcClient.create(database);
            cameBack(jdbc, DOES_NOT);
            cameBack(jdbc, COUNTS);
            jdbc.sql("""
                    update script.script set node_id = :node, revision = 2, answered = 7, hash = 'abc' where script_id = :script
                    """).param("node", new UUID(3, 3)).param("script", COUNTS).update();

            EarlierDatabase.migrate(database);
            var scores = new Scores(jdbc, JsonMapper.shared());
            var due = scores.due(Instant.parse("2024-04-22T01:00:00Z"), 10);
            assertThat(due)
                    .containsExactly(new Score(
                            COUNTS,
                            new Score.Sat(
                                    "HK-2024-1-01",
                                    "990000004",
                                    "WDYY",
                                    Level.ELEMENTARY,
                                    Subject.PRACTICAL,
                                    PAPER,
                                    "B"),
                            "abc",
                            true,
                            Score.State.SCORING,
                            null,
                            new Score.Tally(0, 0, 0, 0, 0)));
            assertThat(scores.find(DOES_NOT)).isEmpty();
        }
    }

    private static void cameBack(JdbcClient jdbc, UUID script) {
        jdbc.sql("""
                insert into script.script
                    (script_id, site_id, bundle_id, plan, awarding_body, qualification, level, subject, session_id, paper_id, form)
                values (:script, :any, :any, 'HK-2024-1-01', '990000004', 'WDYY', 'ELEMENTARY', 'PRACTICAL', :any, :paper, 'B')
                """)
                .param("script", script)
                .param("any", new UUID(4, 4))
                .param("paper", PAPER)
                .update();
    }
}
