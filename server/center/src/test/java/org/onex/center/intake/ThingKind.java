package org.onex.center.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onex.center.organization.Actor;
import org.onex.center.sheet.SheetColumn;
import org.onex.center.sheet.SheetFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things with a number and a name: no longer than need be to have everything that a kind has. */
final class ThingKind implements IntakeKind {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Done in the transaction when rows were entered; breaks it by throwing. */
    Runnable whenEntered = () -> {};

    private final JdbcClient jdbc;
    private final String noun;

    ThingKind(JdbcClient jdbc, String noun) {
        this.jdbc = jdbc;
        this.noun = noun;
    }

    static void prepare(JdbcClient jdbc) {
        jdbc.sql("create schema if not exists thing").update();
        jdbc.sql("create table if not exists thing.thing (number text primary key, name text not null, locked boolean)")
                .update();
        jdbc.sql("delete from thing.thing").update();
    }

    @Override
    public String module() {
        return "thing";
    }

    @Override
    public String noun() {
        return noun;
    }

    @Override
    public SheetFormat format() {
        return new SheetFormat(
                "物品",
                List.of("一行一件。"),
                List.of(SheetColumn.required("编号").asText(), SheetColumn.required("名称"), SheetColumn.optional("备注")));
    }

    @Override
    public List<String> fields() {
        return List.of("NUMBER", "NAME", "REMARK");
    }

    @Override
    public String rowField() {
        return "NUMBER";
    }

    @Override
    public Optional<String> identity(Map<String, String> values) {
        return Optional.ofNullable(values.get("NUMBER"));
    }

    @Override
    public String identityField() {
        return "NUMBER";
    }

    @Override
    public List<CellProblem> problems(Map<String, String> values, Actor actor) {
        if (!NUMBER.matcher(values.getOrDefault("NUMBER", "")).matches()) {
            return List.of(CellProblem.of("NUMBER", "NO_NUMBER"));
        }
        return values.containsKey("NAME") ? List.of() : List.of(CellProblem.of("NAME", CellProblem.MISSING));
    }

    @Override
    public List<IntakeRow> judge(List<IntakeRow> rows, Actor actor) {
        return rows.stream().map(this::judge).toList();
    }

    private IntakeRow judge(IntakeRow row) {
        var known = jdbc.sql("select name, locked from thing.thing where number = :number")
                .param("number", row.values().get("NUMBER"))
                .query((found, n) -> Map.entry(found.getString("name"), found.getBoolean("locked")))
                .optional();
        if (known.isEmpty()) {
            return row.judged(IntakeRow.Verdict.ADDED);
        }
        if (known.get().getValue()) {
            return row.bad(CellProblem.of("NAME", "LOCKED"));
        }
        var isSame = known.get().getKey().equals(row.values().get("NAME"));
        return row.judged(isSame ? IntakeRow.Verdict.UNCHANGED : IntakeRow.Verdict.CHANGED);
    }

    @Override
    public List<IntakeRow> enter(List<IntakeRow> rows, Actor actor) {
        jdbc.sql("lock table thing.thing in exclusive mode").update();
        var entered = judge(rows, actor).stream()
                .map(row -> row.isBad() ? row : entered(row))
                .toList();
        whenEntered.run();
        return entered;
    }

    private IntakeRow entered(IntakeRow row) {
        var number = Optional.ofNullable(row.values().get("NUMBER")).orElseThrow();
        jdbc.sql("""
                insert into thing.thing (number, name, locked) values (:number, :name, false)
                on conflict (number) do update set name = excluded.name
                """)
                .param("number", number)
                .param("name", row.values().get("NAME"))
                .update();
        return row.entered("thing/" + number);
    }

    @Override
    public Map<String, String> shown(Map<String, String> values) {
        var shown = new HashMap<>(values);
        shown.computeIfPresent("REMARK", (field, text) -> "***");
        return shown;
    }

    @Override
    public Optional<String> sentence(CellProblem problem) {
        return switch (problem.code()) {
            case "NO_NUMBER" -> Optional.of("不是编号");
            case "LOCKED" -> Optional.of("不能改");
            default -> Optional.empty();
        };
    }
}
