package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.scene.ItemBankFile;
import tools.jackson.databind.node.ObjectNode;

class PaperCheckTests {

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final ItemBankFile bank = FakeCenter.DEMO.banks().getFirst();

    private ObjectNode paper() {
        var paper = Json.object().put("format", 1);
        var items = paper.putArray("sections").addObject().putArray("items");
        items.addObject().put("id", "S001").put("stem", stem());
        items.addObject().put("id", "D01-1").put("stem", "材料……\n全周支付转化率是多少（%，保留两位小数，只填数字）？");
        return paper;
    }

    private String stem() {
        return bank.questions().stream()
                .filter(question -> Json.text(question, "id").equals("S001"))
                .map(question -> Json.text(question, "stem"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode firstItem(ObjectNode paper) {
        return (ObjectNode) paper.path("sections").path(0).path("items").path(0);
    }

    private void check(ObjectNode paper) {
        new PaperCheck(findings).check("form A", paper, bank);
    }

    @Test
    void aPaperThatAsksWhatTheBankHasIsFine() {
        check(paper());
        assertThat(findings.anyBroken()).isFalse();
        assertThat(findings.of(Claim.PAPERS_ARE_OF_THE_BANK).checked()).isEqualTo(1);
    }

    @Test
    void anotherQuestionIsFound() {
        var paper = paper();
        firstItem(paper).put("stem", "别的题");
        check(paper);
        assertThat(findings.of(Claim.PAPERS_ARE_OF_THE_BANK).broken()).isEqualTo(1);
        var empty = Json.object();
        check(empty);
        assertThat(findings.of(Claim.PAPERS_ARE_OF_THE_BANK).broken()).isEqualTo(2);
    }

    @Test
    void whateverTellsTheAnswerIsFound() {
        for (var field : new String[] {"answer", "why", "tolerance", "rubric", "correct"}) {
            var paper = paper();
            firstItem(paper).put(field, "B");
            var before = findings.of(Claim.NO_ANSWER_KEY_OUTSIDE).broken();
            check(paper);
            assertThat(findings.of(Claim.NO_ANSWER_KEY_OUTSIDE).broken())
                    .as(field)
                    .isEqualTo(before + 1);
        }
    }
}
