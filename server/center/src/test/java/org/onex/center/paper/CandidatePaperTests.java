package org.onex.center.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onex.center.catalog.Subject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the centre and what stays: the candidates' paper has nothing of the key, and the key has all of it. */
class CandidatePaperTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Signature WRITER = new Signature("items1", "甲", Instant.parse("2024-04-22T01:00:00Z"));

    private final ItemBank bank = BankFile.bank();

    private JsonNode candidates(Subject subject, String form) {
        var paper = PaperFixtures.of(subject, WRITER);
        return JSON.readTree(JSON.writeValueAsBytes(CandidatePaper.of(paper, paper.form(form), bank.byId())));
    }

    private JsonNode key(Subject subject, String form) {
        var paper = PaperFixtures.of(subject, WRITER);
        return JSON.readTree(JSON.writeValueAsBytes(AnswerKey.of(paper, paper.form(form), bank.byId())));
    }

    private static void walk(JsonNode node, Set<String> names, List<String> texts) {
        node.properties().forEach(property -> {
            names.add(property.getKey());
            walk(property.getValue(), names, texts);
        });
        if (node.isArray()) {
            node.values().forEach(value -> walk(value, names, texts));
        } else if (node.isString()) {
            texts.add(node.asString());
        }
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void nothingOfTheKeyIsAnywhereInTheCandidatesPaper(Subject subject) {
        for (var form : Form.NAMES) {
            var names = new TreeSet<String>();
            var texts = new ArrayList<String>();
            walk(candidates(subject, form), names, texts);

            assertThat(Set.of(
                            "format",
                            "title",
                            "sections",
                            "note",
                            "items",
                            "id",
                            "type",
                            "points",
                            "stem",
                            "options",
                            "key",
                            "text",
                            "maxLength"))
                    .containsAll(names);
            assertThat(texts).noneMatch(text -> text.contains("理由") || text.contains("卖点准确") || text.contains("三个以上"));
            assertThat(texts).doesNotContain("ACE", "T", "F", "3.40", "966", "0.01");
        }
    }

    /** The walk above would find it. */
    @Test
    void theWalkFindsAnAnswerThatIsThere() {
        var names = new TreeSet<String>();
        var texts = new ArrayList<String>();
        walk(key(Subject.THEORY, "A"), names, texts);
        assertThat(names).contains("answer");
        assertThat(texts).contains("ACE");
    }

    @Test
    void theTheoryIsInTheFormatOfTheProtocol() {
        var paper = candidates(Subject.THEORY, "A");
        assertThat(paper.path("format").asInt()).isEqualTo(1);
        assertThat(paper.path("sections")).hasSize(3);
        var single = paper.path("sections").path(0);
        assertThat(single.path("note").asString()).isEqualTo("每题 10 分，共 60 分");
        var item = single.path("items").path(0);
        assertThat(item.path("type").asString()).isEqualTo("SINGLE");
        assertThat(item.path("points").asInt()).isEqualTo(10);
        assertThat(item.path("options").values().stream()
                        .map(option -> option.path("key").asString()))
                .containsExactly("A", "B", "C", "D");
        assertThat(item.has("maxLength")).isFalse();
        assertThat(paper.path("sections")
                        .path(2)
                        .path("items")
                        .path(0)
                        .path("options")
                        .isArray())
                .isTrue();
    }

    @Test
    void numbersAndTextsOfThePracticalAreTextsWithTheirMaterial() {
        var paper = candidates(Subject.PRACTICAL, "B");
        var items = paper.path("sections").values().stream()
                .flatMap(section -> section.path("items").values().stream())
                .toList();
        assertThat(items)
                .allSatisfy(item -> assertThat(item.path("type").asString()).isEqualTo("TEXT"));
        assertThat(items).extracting(item -> item.path("maxLength").asInt()).containsExactly(40, 40, 800);
        assertThat(items).extracting(item -> item.path("points").asInt()).containsExactly(20, 30, 50);
        assertThat(items.getFirst().path("id").asString()).matches("D0[12]-1");
        assertThat(items.getFirst().path("stem").asString()).contains("周一 | 1000 | 34", "转化率是多少");
        assertThat(items.getLast().path("stem").asString()).contains("一款保温杯。", "请写一段卖点文案。");
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void theKeyHasAnEntryForEveryItemThatCandidatesGetAndTheSamePoints(Subject subject) {
        for (var form : Form.NAMES) {
            var key = key(subject, form).path("items");
            var items = candidates(subject, form).path("sections").values().stream()
                    .flatMap(section -> section.path("items").values().stream())
                    .toList();
            assertThat(items).hasSize(key.size());
            assertThat(items)
                    .allSatisfy(item -> assertThat(
                                    key.path(item.path("id").asString()).path("points"))
                            .isEqualTo(item.path("points")));
            assertThat(items.stream()
                            .mapToInt(item -> item.path("points").asInt())
                            .sum())
                    .isEqualTo(Blueprint.FULL_MARKS);
        }
    }

    @Test
    void theKeySaysHowEverythingIsScored() {
        var theory = key(Subject.THEORY, "A");
        assertThat(theory.path("policy").path("MULTIPLE").asString()).isEqualTo("ALL_OR_NOTHING");
        var practical = key(Subject.PRACTICAL, "A").path("items");
        var step = Stream.of("D01-1", "D02-1")
                .map(practical::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        assertThat(step.path("answer").asString()).isEqualTo("3.40");
        assertThat(step.path("tolerance").asString()).isEqualTo("0.01");
        var text = Stream.of("W01", "W02")
                .map(practical::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        assertThat(text.has("answer")).isFalse();
        assertThat(text.path("rubric")).hasSize(2);
    }

    @Test
    void theFormsOfABankWithEnoughItemsHaveNoneInCommon() {
        var paper = PaperFixtures.of(Subject.PRACTICAL, WRITER);
        assertThat(paper.pair().comparison().shared()).isZero();
        assertThat(paper.form("A").sections().getFirst().questions())
                .doesNotContainAnyElementsOf(
                        paper.form("B").sections().getFirst().questions());
    }
}
