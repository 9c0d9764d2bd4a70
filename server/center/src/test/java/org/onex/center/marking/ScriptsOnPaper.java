package org.onex.center.marking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onex.center.script.ReturnedScript;
import org.onex.center.script.ScriptDirectory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Scripts that came back, written down by a test; what cannot be read and when everything dies, too. */
public final class ScriptsOnPaper implements ScriptDirectory {

    private final Map<UUID, ReturnedScript> counting = new ConcurrentHashMap<>();
    private final Map<UUID, Map<String, String>> answers = new ConcurrentHashMap<>();
    private volatile boolean deadly;
    private volatile boolean away;
    private volatile Runnable whileReading = () -> {};

    @TestConfiguration
    public static class Configuration {

        @Bean
        @Primary
        ScriptsOnPaper scriptsOnPaper() {
            return new ScriptsOnPaper();
        }
    }

    /** A power cut while answers are read. */
    static final class PowerCut extends Error {

        private static final long serialVersionUID = 1;
    }

    void write(ReturnedScript script, Map<String, String> answered) {
        counting.put(script.script(), script);
        answers.put(script.script(), Map.copyOf(answered));
    }

    /** It does not count any more. */
    void strike(UUID script) {
        counting.remove(script);
    }

    /** Its file is damaged. */
    void damage(UUID script) {
        answers.remove(script);
    }

    void cutPower(boolean off) {
        deadly = off;
    }

    /** The file store does not answer. */
    void lose(boolean all) {
        away = all;
    }

    /** What happens whenever somebody reads answers. */
    void whileReading(Runnable elsewhere) {
        whileReading = elsewhere;
    }

    @Override
    public List<ReturnedScript> counting(Collection<UUID> scripts) {
        return scripts.stream().map(counting::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Map<String, String> answers(UUID script) {
        if (deadly) {
            throw new PowerCut();
        }
        whileReading.run();
        if (away) {
            throw new IllegalStateException("no file store");
        }
        if (!counting.containsKey(script)) {
            throw new IllegalArgumentException("no such script counts: " + script);
        }
        var found = answers.get(script);
        if (found == null) {
            throw new IllegalStateException("damaged: " + script);
        }
        return found;
    }

    @Override
    public Map<UUID, Outcome> outcomes(Collection<UUID> scripts) {
        return scripts.stream()
                .filter(counting::containsKey)
                .collect(Collectors.toMap(Function.identity(), script -> Outcome.COUNTS));
    }

    @Override
    public List<Incident> incidents(Collection<UUID> scripts) {
        return List.of();
    }

    @Override
    public List<Incident> incidents(String plan, @Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public Optional<Incident> incident(String plan, UUID id) {
        return Optional.empty();
    }

    @Override
    public Set<UUID> graveIncidents(String plan) {
        return Set.of();
    }

    @Override
    public int countIncidents(String plan) {
        return 0;
    }
}
