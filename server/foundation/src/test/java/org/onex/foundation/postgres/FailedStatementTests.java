package org.onex.foundation.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** What gets into a log when a statement fails. */
class FailedStatementTests {

    private static final String NAME = "秘密人";

    @Test
    void aBatchThatFailsRepeatsNoneOfItsValues() {
        try (var database = TestPostgres.freshDatabase()) {
            var batches = new NamedParameterJdbcTemplate(database);
            batches.getJdbcTemplate().execute("create table person (name text primary key)");
            SqlParameterSource[] twice = {
                new MapSqlParameterSource("name", NAME), new MapSqlParameterSource("name", NAME)
            };
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .isThrownBy(() -> batches.batchUpdate("insert into person (name) values (:name)", twice))
                    .satisfies(failed -> {
                        var told = new StringWriter();
                        failed.printStackTrace(new PrintWriter(told));
                        assertThat(told.toString()).contains("insert").doesNotContain(NAME);
                    });
        }
    }
}
