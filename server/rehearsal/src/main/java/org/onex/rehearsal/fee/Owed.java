package org.onex.rehearsal.fee;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a college owes for a plan, worked out from its registrations and the prices that the notice prints.
 *
 * @param people by qualification and level
 * @param prices for one person, where there is one
 */
record Owed(Map<String, Long> people, Map<String, BigDecimal> prices) {

    /**
     * @param plan          as everybody reads it
     * @param registrations of one college
     */
    static Owed of(JsonNode plan, List<JsonNode> registrations) {
        var prices = new TreeMap<String, BigDecimal>();
        Json.each(plan.path("fees")).forEach(fee -> prices.put(key(fee), new BigDecimal(Json.text(fee, "amount"))));
        return new Owed(
                registrations.stream().collect(Collectors.groupingBy(Owed::key, TreeMap::new, Collectors.counting())),
                prices);
    }

    /** By which people and prices are told apart. */
    static String key(JsonNode node) {
        return Json.text(node.path("qualification"), "code") + " " + Json.text(node, "level");
    }

    boolean isOfNobody() {
        return people.isEmpty();
    }

    long heads() {
        return people.values().stream().mapToLong(Long::longValue).sum();
    }

    BigDecimal total() {
        return people.entrySet().stream()
                .map(line -> prices.getOrDefault(line.getKey(), BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(line.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
