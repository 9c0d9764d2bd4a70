package org.onex.node.sitting;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What others may ask about the mock exams (模拟考试) of this node. */
@Repository
public class PracticeDirectory {

    private final JdbcClient jdbc;

    PracticeDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a mock exam went.
     *
     * @param at       when the last one handed in
     * @param seats    how many candidates it had
     * @param handedIn how many of them handed in all their subjects
     */
    public record Practice(Instant at, int seats, int handedIn) {}

    /** One in which everybody handed in before any other, then the one in which the most did; nothing if nobody ever did. */
    public Optional<Practice> best() {
        return jdbc.sql("""
                        select max(at) as at, count(*) as seats, count(*) filter (where open = 0) as handed_in
                        from (
                            select s.bundle, a.room, a.seat, max(c.handed_in_at) as at, count(*) filter (where a.sealed is null) as open
                            from sitting.attempt a
                            join sitting.session s on s.id = a.session
                            join sitting.bundle b on b.id = s.bundle
                            left join sitting.script c on c.attempt = a.id and c.revision = 1
                            where b.practice
                            group by s.bundle, a.room, a.seat) people
                        group by bundle
                        having max(at) is not null
                        order by case when count(*) = count(*) filter (where open = 0) then 0 else 1 end,
                            handed_in desc, seats desc, at desc
                        limit 1
                        """)
                .query((row, n) ->
                        new Practice(row.getTimestamp("at").toInstant(), row.getInt("seats"), row.getInt("handed_in")))
                .optional();
    }
}
