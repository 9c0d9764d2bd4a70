package org.onex.center.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about results. */
@Component
class FinalResults implements ResultDirectory {

    private final JdbcClient jdbc;
    private final Sheets sheets;
    private final Results results;
    private final ProveCandidate proofs;

    FinalResults(JdbcClient jdbc, Sheets sheets, Results results, ProveCandidate proofs) {
        this.jdbc = jdbc;
        this.sheets = sheets;
        this.results = results;
        this.proofs = proofs;
    }

    @Override
    public List<PassedResult> passed(String plan, String college) {
        var found = jdbc.sql("""
                select * from result.result
                where plan = :plan and college = :college and outcome = 'PASSED' and final_at is not null
                order by class_name collate "C", name collate "C", registration_id
                """)
                .param("plan", plan)
                .param("college", college)
                .query((row, n) -> results.stored(row))
                .list();
        return results.withEntries(found).stream().map(FinalResults::passed).toList();
    }

    private static PassedResult passed(Results.Stored stored) {
        var result = stored.result();
        var who = result.who();
        var what = result.what();
        return new PassedResult(
                result.key(),
                who.enrolment(),
                what.plan(),
                who.college(),
                who.name(),
                who.number(),
                Objects.requireNonNull(what.ticket()),
                what.qualification(),
                what.level(),
                result.entries().stream()
                        .map(entry -> new PassedResult.SubjectScore(
                                entry.subject(), Objects.requireNonNull(entry.score()), entry.full()))
                        .toList(),
                Objects.requireNonNull(stored.finalAt()));
    }

    @Override
    public Set<String> collegesWithPasses(String plan) {
        return new TreeSet<>(
                jdbc.sql("""
                select distinct college from result.result
                where plan = :plan and outcome = 'PASSED' and final_at is not null
                """).param("plan", plan).query(String.class).list());
    }

    @Override
    public List<String> finishedPlans() {
        return sheets.withFinalResults();
    }

    @Override
    public Optional<ProvenCandidate> prove(Proof proof, String address) {
        return proofs.prove(proof, address);
    }
}
