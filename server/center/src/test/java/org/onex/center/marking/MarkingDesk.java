package org.onex.center.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.onex.center.Parties;
import org.onex.center.Staff;
import org.onex.center.catalog.Level;
import org.onex.center.catalog.Subject;
import org.onex.center.paper.BankFile;
import org.onex.center.paper.PaperDirectory;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptsCounted;
import org.onex.foundation.vault.Digests;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What tests of marking do again and again: seal the papers of the small bank through the API, let scripts come back and count. In the
 * practical paper two numbers are worth 20 and 30 and a text 50; in the theory ten answers are worth 10 each.
 */
public final class MarkingDesk {

    public static final String PLAN = "HK-2024-1-01";

    private static final Pattern ID = Pattern.compile("\"id\":\"([SMJDW][0-9-]+)\"");
    private static final String PAPERS = "/api/paper/papers";

    private final PaperDirectory papers;
    private final ScriptsOnPaper scripts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    public MarkingDesk(
            PaperDirectory papers,
            ScriptsOnPaper scripts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.papers = papers;
        this.scripts = scripts;
        this.events = events;
        this.transaction = transaction;
    }

    /** 003 is published, and there is a sealed paper for each subject of 初级. */
    public void prepare(int port) {
        Parties.enter(port);
        try (var officer = Staff.signedIn(port, "hongke");
                var writer = Staff.signedIn(port, "hongke-items1");
                var second = Staff.signedIn(port, "hongke-items2");
                var third = Staff.signedIn(port, "hongke-items3")) {
            var notice = text(officer.postYaml("/api/plan/notices?file=x.yaml", Parties.notice003()), "id");
            officer.post("/api/plan/notices/" + notice + "/publication", Map.of());
            var bank = text(writer.postYaml("/api/paper/banks?file=WDYY-1.yaml", BankFile.text()), "id");
            for (var subject : Subject.values()) {
                var paper = text(writer.post(PAPERS, Map.of("bank", bank, "subject", subject, "seed", 7)), "id");
                second.post(PAPERS + "/" + paper + "/proofs", passed(1));
                third.post(PAPERS + "/" + paper + "/proofs", passed(2));
                var sealed = writer.post(PAPERS + "/" + paper + "/sealing", Map.of("version", 3));
                assertThat(sealed.status()).as(sealed.toString()).isEqualTo(200);
            }
        }
    }

    private static Map<String, Object> passed(int version) {
        return Map.of("passed", true, "opinion", "", "version", version);
    }

    private static String text(Staff.Answer answer, String field) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path(field).asString();
    }

    UUID paper(Subject subject) {
        return papers.sealed("WDYY", Level.ELEMENTARY, subject).getFirst().id();
    }

    /** What is right in form A, by what the bank says; a text for what people mark. */
    public Map<String, String> rightAnswers(Subject subject) {
        var form = new String(papers.candidatePaper(paper(subject), "A"), StandardCharsets.UTF_8);
        var answers = new TreeMap<String, String>();
        ID.matcher(form).results().map(found -> found.group(1)).forEach(id -> answers.put(id, right(id)));
        return answers;
    }

    private static String right(String id) {
        return switch (id.charAt(0)) {
            case 'S' -> "B";
            case 'M' -> "ACE";
            case 'J' -> Integer.parseInt(id.substring(1)) % 2 == 0 ? "T" : "F";
            case 'D' -> id.endsWith("-1") ? "3.40" : "966";
            default -> "保温十二小时，早上的热水晚上还烫手。";
        };
    }

    /** The text of a practical paper. */
    static String textOf(Map<String, String> answers) {
        return answers.keySet().stream()
                .filter(id -> id.startsWith("W"))
                .findFirst()
                .orElseThrow();
    }

    /** One more script has come back and counts. */
    public UUID comesBack(Subject subject, Map<String, String> answers) {
        var script = UUID.randomUUID();
        counts(script, subject, answers);
        return script;
    }

    /** From now on these are the answers that count of a script. */
    void counts(UUID script, Subject subject, Map<String, String> answers) {
        counts(script, subject, paper(subject), answers);
    }

    void counts(UUID script, Subject subject, UUID paper, Map<String, String> answers) {
        var hash = Digests.sha256(answers.toString().getBytes(StandardCharsets.UTF_8));
        scripts.write(
                new ReturnedScript(script, PLAN, "WDYY", Level.ELEMENTARY, subject, paper, "A", answers.size(), hash),
                answers);
        tell(script);
    }

    /** A script counts no longer. */
    void strike(UUID script) {
        scripts.strike(script);
        tell(script);
    }

    /** Tells that something about these has changed, or says it again. */
    void tell(UUID... counted) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ScriptsCounted(PLAN, List.of(counted))));
    }
}
