package org.onex.rehearsal.fee;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Holds every college's bill for the chosen plan against its list of registrations: people times price, to the cent. */
public final class BillCheck {

    static final String BILLS = "/api/fee/bills";

    private final Scene scene;

    public BillCheck(Scene scene) {
        this.scene = scene;
    }

    /**
     * The bills of those who registered somebody, as their colleges see them.
     *
     * @param complete whether registration is over, so that they are final
     */
    public List<JsonNode> check(boolean complete) {
        var plan = scene.center()
                .operator()
                .get("/api/plan/plans/" + scene.plan().code())
                .orFail();
        var bills = new ArrayList<JsonNode>();
        for (var college : scene.data().colleges()) {
            var login = scene.data().officerOf(college);
            var listed = scene.all(
                    login,
                    "/api/registration/registrations?plan=" + scene.plan().code());
            var owed = Owed.of(plan, listed);
            var bill = bill(login, owed);
            if (bill != null) {
                check(login, bill, owed, complete);
                if (!owed.isOfNobody()) {
                    bills.add(bill);
                }
            }
        }
        return bills;
    }

    /** The one bill there is; null if there is none, as there need not be for nobody. */
    private @Nullable JsonNode bill(String login, Owed owed) {
        var listed = scene.all(login, BILLS + "?plan=" + scene.plan().code());
        found(
                listed.size() == 1 || (listed.isEmpty() && owed.isOfNobody()),
                login + " registered " + owed.heads() + " and has " + listed.size() + " bills");
        return listed.isEmpty()
                ? null
                : scene.center()
                        .as(login)
                        .get(BILLS + "/" + Json.text(listed.getFirst(), "id"))
                        .orFail();
    }

    private void check(String login, JsonNode bill, Owed owed, boolean complete) {
        found(
                amount(bill, "total").compareTo(owed.total()) == 0
                        && bill.path("people").asLong(-1) == owed.heads(),
                login + " owes " + owed.total() + " for " + owed.heads() + ", the bill says " + Json.text(bill, "total")
                        + " for " + bill.path("people"));
        var lines = Json.each(bill.path("lines")).collect(Collectors.toMap(Owed::key, line -> line));
        found(
                lines.keySet().equals(owed.people().keySet()),
                login + " registered for " + owed.people().keySet() + " and is billed for " + lines.keySet());
        lines.forEach((key, line) -> checkLine(login + " " + key, line, owed, key));
        found(
                bill.path("complete").asBoolean(!complete) == complete,
                login + (complete ? " has a bill that may still change" : " has a final bill before the deadline"));
    }

    private void checkLine(String where, JsonNode line, Owed owed, String key) {
        var people = owed.people().getOrDefault(key, 0L);
        var price = owed.prices().get(key);
        found(
                line.path("people").asLong(-1) == people,
                where + ": " + people + " people, the bill says " + line.path("people"));
        found(
                price == null
                        ? line.path("amount").isNull()
                        : amount(line, "amount").compareTo(price.multiply(BigDecimal.valueOf(people))) == 0,
                where + ": " + people + " × " + price + ", the bill says " + line.path("amount"));
    }

    static BigDecimal amount(JsonNode node, String field) {
        var text = Json.text(node, field);
        return text.isEmpty() ? BigDecimal.ONE.negate() : new BigDecimal(text);
    }

    private void found(boolean holds, String example) {
        scene.check(Claim.PEOPLE_TIMES_PRICE, holds, () -> example);
    }
}
