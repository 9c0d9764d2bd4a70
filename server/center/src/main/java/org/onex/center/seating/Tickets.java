package org.onex.center.seating;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onex.center.registration.RegistrationKey;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All ticket numbers that were ever drawn; each belongs to one registration for ever. */
@Repository
class Tickets {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final SecureRandom random = new SecureRandom();

    Tickets(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Whose a ticket is. */
    record Holder(PlanSite where, RegistrationKey registration) {}

    Optional<Holder> holder(String number) {
        return jdbc.sql("select * from seating.ticket where number = :number")
                .param("number", number)
                .query((row, n) -> holder(row))
                .optional();
    }

    List<Holder> holders(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("select * from seating.ticket where number in (:numbers)")
                        .param("numbers", Set.copyOf(numbers))
                        .query((row, n) -> holder(row))
                        .list();
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                new PlanSite(row.getString("plan"), row.getObject("site_id", UUID.class)),
                new RegistrationKey(
                        row.getObject("candidate_id", UUID.class), row.getObject("registration_id", UUID.class)));
    }

    /** The number of each registration at a site; draws those that are missing. Whoever calls it holds the arrangement. */
    Map<RegistrationKey, String> of(PlanSite where, Collection<RegistrationKey> registrations) {
        var numbers = known(where);
        var missing = registrations.stream()
                .filter(registration -> !numbers.containsKey(registration))
                .toList();
        while (!missing.isEmpty()) {
            missing = draw(where, missing, numbers);
        }
        return numbers;
    }

    private Map<RegistrationKey, String> known(PlanSite where) {
        var numbers = new HashMap<RegistrationKey, String>();
        jdbc.sql("""
                select number, candidate_id, registration_id from seating.ticket where site_id = :site and plan = :plan
                """)
                .params(where.parameters())
                .query((row, n) -> numbers.put(
                        new RegistrationKey(
                                row.getObject("candidate_id", UUID.class),
                                row.getObject("registration_id", UUID.class)),
                        row.getString("number")))
                .list();
        return numbers;
    }

    /** Draws a number for each; returns those who drew one that is taken. */
    private List<RegistrationKey> draw(
            PlanSite where, List<RegistrationKey> missing, Map<RegistrationKey, String> numbers) {
        var drawn =
                missing.stream().map(registration -> TicketNumber.drawn(random)).toList();
        var rows = new ArrayList<SqlParameterSource>();
        for (int i = 0; i < missing.size(); i++) {
            rows.add(new MapSqlParameterSource("number", drawn.get(i).value())
                    .addValue("candidate", missing.get(i).candidate())
                    .addValue("registration", missing.get(i).id())
                    .addValue("plan", where.plan())
                    .addValue("site", where.site()));
        }
        batches.batchUpdate("""
                insert into seating.ticket (number, candidate_id, registration_id, plan, site_id)
                values (:number, :candidate, :registration, :plan, :site)
                on conflict (number) do nothing
                """, rows.toArray(SqlParameterSource[]::new));
        // The driver may send many rows as one statement and does not know then which of them were stored.
        numbers.putAll(known(where));
        return missing.stream()
                .filter(registration -> !numbers.containsKey(registration))
                .toList();
    }
}
