package org.onex.node.sitting;

import java.util.List;
import java.util.UUID;
import org.onex.foundation.clock.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets what a bundle held of people and papers (擦除), once the centre has it all: names, tickets, ID numbers, answers, events, photos,
 * papers and keys. What was handed in stays provable: identities of runs, receipts with their hashes, and how many entries there were.
 */
@Component
public class ForgetBundle {

    /** Of each run, the children first. */
    private static final List<String> OF_RUNS = List.of("instruction", "event", "entry");

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ForgetBundle(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether it may be forgotten is for the caller to know. Again changes nothing. */
    @Transactional
    public void forget(UUID bundle) {
        lock(bundle);
        OF_RUNS.forEach(table -> ofRuns("delete from sitting." + table, bundle));
        ofRuns("update sitting.device set token_hash = ''", bundle);
        ofBundle(
                "update sitting.attempt set ticket = null, name = '', masked_id = '', id_hash = '', photo = null",
                bundle);
        ofBundle("update sitting.paper set sealed = null", bundle);
        run("update sitting.session set paper_key = null where bundle = :bundle", bundle);
        run("delete from sitting.photo where bundle = :bundle", bundle);
        jdbc.sql("""
                        update sitting.bundle set id_hash_key = :none, photo_key = null, forgotten_at = :now
                        where id = :bundle and forgotten_at is null
                        """)
                .param("none", new byte[0])
                .param("now", Attempts.utc(clock.instant()))
                .param("bundle", bundle)
                .update();
    }

    /** The writer waits until it is done, and so does whoever brings a key; a device that comes afterwards is no longer known. */
    private void lock(UUID bundle) {
        jdbc.sql("select id from sitting.bundle where id = :bundle for update")
                .param("bundle", bundle)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        jdbc.sql("""
                        select a.id from sitting.attempt a join sitting.session s on s.id = a.session
                        where s.bundle = :bundle order by a.id for update of a
                        """)
                .param("bundle", bundle)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private void ofRuns(String change, UUID bundle) {
        run(change + """
                 where attempt in (
                    select a.id from sitting.attempt a join sitting.session s on s.id = a.session where s.bundle = :bundle)
                """, bundle);
    }

    private void ofBundle(String change, UUID bundle) {
        run(change + " where session in (select id from sitting.session where bundle = :bundle)", bundle);
    }

    private void run(String change, UUID bundle) {
        jdbc.sql(change).param("bundle", bundle).update();
    }
}
