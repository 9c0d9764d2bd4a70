package org.onex.center;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that somebody can read who has the whole database and none of the keys: every cell, and what is merely encoded or zipped in it. */
public final class StolenDatabase {

    /** Itself, and three times something in something: deeper than anything of ours is wrapped. */
    private static final int LAYERS = 4;

    private static final String ZIPPED = "\u001f\u008b\b";
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){8,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]{16,}={0,2}");

    private final List<Reading> readings;

    private StolenDatabase(List<Reading> readings) {
        this.readings = readings;
    }

    /**
     * What can be read in a cell.
     *
     * @param bytes a character each, so that text can be looked for in what is none
     */
    private record Reading(String column, String bytes) {}

    private record Column(String table, String name, String type) {

        /** All that is in it; text as its bytes. */
        List<byte[]> cells(JdbcClient jdbc) {
            var cell = type.equals("bytea") ? "\"" + name + "\"" : "convert_to(cast(\"" + name + "\" as text), 'UTF8')";
            return jdbc.sql("select " + cell + " as cell from " + table + " where \"" + name + "\" is not null")
                    .query((row, n) -> row.getBytes("cell"))
                    .list();
        }
    }

    public static StolenDatabase of(JdbcClient jdbc) {
        var columns = jdbc.sql("""
                        select c.table_schema || '.' || c.table_name as place, c.column_name, c.data_type
                        from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, n) ->
                        new Column(row.getString("place"), row.getString("column_name"), row.getString("data_type")))
                .list();
        var readings = new ArrayList<Reading>();
        for (var column : columns) {
            for (var cell : column.cells(jdbc)) {
                readings(cell).forEach(bytes -> readings.add(new Reading(column.table() + "." + column.name(), bytes)));
            }
        }
        return new StolenDatabase(readings);
    }

    /** The columns in which this can be read, with their tables. */
    public Set<String> columnsWith(String text) {
        return columnsWith(text.getBytes(StandardCharsets.UTF_8));
    }

    public Set<String> columnsWith(byte[] wanted) {
        return readings.stream()
                .filter(reading -> isIn(reading.bytes(), wanted))
                .map(Reading::column)
                .collect(Collectors.toSet());
    }

    /** Whether whoever has these bytes can read the text. */
    public static boolean isReadable(String text, byte[] content) {
        return readings(content).stream().anyMatch(bytes -> isIn(bytes, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isIn(String bytes, byte[] wanted) {
        return bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    private static List<String> readings(byte[] content) {
        var found = new ArrayList<String>();
        var layer = List.of(new String(content, StandardCharsets.ISO_8859_1));
        for (int i = 0; i < LAYERS && !layer.isEmpty(); i++) {
            found.addAll(layer);
            layer = layer.stream().flatMap(bytes -> unwrapped(bytes).stream()).toList();
        }
        return found;
    }

    private static List<String> unwrapped(String bytes) {
        var inside = new ArrayList<byte[]>();
        HEX.matcher(bytes).results().forEach(hex -> inside.add(HexFormat.of().parseHex(hex.group())));
        BASE64.matcher(bytes).results().forEach(coded -> inside.add(decoded(coded.group(), Base64.getDecoder())));
        BASE64_URL
                .matcher(bytes)
                .results()
                .forEach(coded -> inside.add(decoded(coded.group(), Base64.getUrlDecoder())));
        for (int at = bytes.indexOf(ZIPPED); at >= 0; at = bytes.indexOf(ZIPPED, at + 1)) {
            inside.add(unzipped(bytes.substring(at).getBytes(StandardCharsets.ISO_8859_1)));
        }
        return inside.stream()
                .filter(some -> some.length > 0)
                .map(some -> new String(some, StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** As far as it can be: what looks like Base64 need not be any. */
    private static byte[] decoded(String coded, Base64.Decoder decoder) {
        var whole = coded.replace("=", "");
        return decoder.decode(whole.length() % 4 == 1 ? whole.substring(1) : whole);
    }

    private static byte[] unzipped(byte[] zipped) {
        var read = new ByteArrayOutputStream();
        try (var unzip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            unzip.transferTo(read);
        } catch (IOException e) {
            // What it gave before it broke off counts all the same.
        }
        return read.toByteArray();
    }
}
