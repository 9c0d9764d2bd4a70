package org.onex.center.photo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.onex.center.candidate.EnrolmentKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers other modules' questions about photos, and holds what was measured at them against what an exam demands. */
@Component
class FitPhotos implements PhotoDirectory {

    private static final Map<String, FileKind> KINDS = Map.of("jpg", FileKind.JPEG, "png", FileKind.PNG);

    private final JdbcClient jdbc;

    FitPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Measured(EnrolmentKey key, PhotoFacts facts) {}

    @Override
    public Set<EnrolmentKey> fitting(Collection<EnrolmentKey> people, PhotoDemand demand) {
        if (people.isEmpty()) {
            return Set.of();
        }
        var rule = rule(demand);
        return rowsOf(people).query((row, n) -> measured(row)).list().stream()
                .filter(measured -> rule.problemsOf(measured.facts()).isEmpty())
                .map(Measured::key)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<EnrolmentKey, String> files(Collection<EnrolmentKey> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        var asked = Set.copyOf(people);
        return rowsOf(people).query((row, n) -> Map.entry(keyOf(row), row.getString("sha256"))).list().stream()
                .filter(found -> asked.contains(found.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Also rows of the same people at another college, where their enrolments are among those asked for. */
    private JdbcClient.StatementSpec rowsOf(Collection<EnrolmentKey> people) {
        return jdbc.sql("select * from photo.photo where candidate_id in (:candidates) and enrolment in (:enrolments)")
                .param(
                        "candidates",
                        people.stream().map(EnrolmentKey::candidate).collect(Collectors.toSet()))
                .param(
                        "enrolments",
                        people.stream().map(EnrolmentKey::enrolment).collect(Collectors.toSet()));
    }

    private static EnrolmentKey keyOf(ResultSet row) throws SQLException {
        return new EnrolmentKey(row.getObject("candidate_id", UUID.class), row.getObject("enrolment", UUID.class));
    }

    static PhotoRule rule(PhotoDemand demand) {
        var standard = PhotoRule.STANDARD;
        var width = demand.width();
        var height = demand.height();
        var megabytes = demand.maxMegabytes();
        var formats = EnumSet.noneOf(FileKind.class);
        demand.formats().stream().map(KINDS::get).forEach(formats::add);
        return new PhotoRule(
                width == null ? standard.width() : width,
                height == null ? standard.height() : height,
                standard.tolerance(),
                megabytes == null ? standard.maxBytes() : megabytes * PhotoRule.MEGABYTE,
                formats.isEmpty() ? standard.formats() : formats,
                standard.background());
    }

    private static Measured measured(ResultSet row) throws SQLException {
        return new Measured(
                keyOf(row),
                new PhotoFacts(
                        FileKind.valueOf(row.getString("format")),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getLong("bytes"),
                        new Background(Background.Colour.valueOf(row.getString("colour")), row.getString("rgb"))));
    }
}
