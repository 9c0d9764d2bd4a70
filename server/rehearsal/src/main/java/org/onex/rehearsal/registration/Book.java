package org.onex.rehearsal.registration;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who is registered for what, college by college, as far as the product acknowledged it. */
final class Book {

    private final Map<String, Set<Entered>> entered = new TreeMap<>();

    synchronized void add(String college, Entered one) {
        of(college).add(one);
    }

    synchronized void remove(String college, Entered one) {
        of(college).remove(one);
    }

    synchronized boolean has(String college, Entered one) {
        return of(college).contains(one);
    }

    /** What a college registered for one plan. */
    synchronized Set<Entered> at(String college, String plan) {
        var some = new HashSet<>(of(college));
        some.removeIf(one -> !one.plan().equals(plan));
        return some;
    }

    private Set<Entered> of(String college) {
        return entered.computeIfAbsent(college, login -> new HashSet<>());
    }
}
