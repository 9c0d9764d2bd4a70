package org.onex.rehearsal.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.outside.Misuse;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;

/** The fictional parties and the printed notices that a rehearsal starts from. */
public record DemoData(
        List<Body> bodies,
        List<College> colleges,
        List<Account> accounts,
        List<Qualification> qualifications,
        List<NoticeFile> notices,
        List<ItemBankFile> banks) {

    private static final String EXAM_OFFICER = "EXAM_OFFICER";
    private static final String ITEM_WRITER = "ITEM_WRITER";
    private static final String MARKER = "MARKER";
    /** Those who speak for their organization. */
    private static final Set<String> OFFICERS = Set.of("EXAM_OFFICER", "COLLEGE_OFFICER");

    /** An awarding body (评价组织). */
    public record Body(String code, String name, String shortName) {}

    /** A college (院校). */
    public record College(String code, String name, String province, boolean pilot) {}

    /** Somebody's account. */
    public record Account(String login, String name, String kind, String code, List<String> duties) {

        boolean is(String duty) {
            return duties.contains(duty);
        }

        boolean isOfficer() {
            return duties.stream().anyMatch(OFFICERS::contains);
        }
    }

    /** A qualification and the account that enters it. */
    public record Qualification(String by, String code, JsonNode particulars) {}

    /**
     * @throws Misuse if a file is missing or cannot be read
     */
    public static DemoData read(Path folder) {
        var organizations = yaml(folder.resolve("organizations.yaml"));
        var notices = folder.resolve("notices");
        var papers = folder.resolve("papers");
        try (var files = Files.list(notices);
                var banks = Files.list(papers)) {
            return new DemoData(
                    Json.each(organizations.path("awardingBodies"))
                            .map(DemoData::body)
                            .toList(),
                    Json.each(organizations.path("colleges"))
                            .map(DemoData::college)
                            .toList(),
                    Json.each(yaml(folder.resolve("accounts.yaml")).path("accounts"))
                            .map(DemoData::account)
                            .toList(),
                    Json.each(yaml(folder.resolve("qualifications.yaml")).path("qualifications"))
                            .map(node -> new Qualification(Json.text(node, "by"), Json.text(node, "code"), node))
                            .toList(),
                    files.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .map(DemoData::notice)
                            .toList(),
                    banks.filter(file -> file.toString().endsWith(".yaml"))
                            .sorted()
                            .map(DemoData::bank)
                            .toList());
        } catch (IOException e) {
            throw new Misuse("cannot read the notices and item banks in " + folder + ": " + e);
        }
    }

    /**
     * The same with the first colleges only, and without the accounts of the others.
     *
     * @throws Misuse if there are not so many
     */
    public DemoData withColleges(int count) {
        if (count > colleges.size()) {
            throw new Misuse("--colleges " + count + ": there are only " + colleges.size());
        }
        var kept = colleges.subList(0, count);
        var codes = kept.stream().map(College::code).collect(Collectors.toSet());
        return new DemoData(
                bodies,
                kept,
                accounts.stream()
                        .filter(account -> !account.kind().equals("COLLEGE") || codes.contains(account.code()))
                        .toList(),
                qualifications,
                notices,
                banks);
    }

    /**
     * @param number the digits that a file name begins with
     * @throws Misuse if there is none
     */
    public NoticeFile notice(String number) {
        return notices.stream()
                .filter(notice -> notice.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new Misuse("--notice " + number + ": there are only "
                        + notices.stream().map(NoticeFile::number).collect(Collectors.joining(", "))));
    }

    /** The account that speaks for the body of a notice. */
    public String officerOf(NoticeFile notice) {
        var code = bodies.stream()
                .filter(body ->
                        body.name().equals(notice.awardingBody()) || body.code().equals(notice.awardingBody()))
                .map(Body::code)
                .findFirst()
                .orElseThrow(() -> new Misuse(notice.file() + ": unknown body " + notice.awardingBody()));
        return officer("AWARDING_BODY", code);
    }

    /** The account of some other body. */
    public String strangerTo(NoticeFile notice) {
        var own = bodyOf(officerOf(notice)).code();
        return accounts.stream()
                .filter(account -> account.kind().equals("AWARDING_BODY") && account.isOfficer())
                .filter(account -> !account.code().equals(own))
                .map(Account::login)
                .findFirst()
                .orElseThrow(() -> new Misuse("accounts.yaml: a rehearsal needs two awarding bodies"));
    }

    /** The body that an account speaks for. */
    public Body bodyOf(String login) {
        return accounts.stream()
                .filter(account -> account.login().equals(login))
                .flatMap(account -> bodies.stream().filter(body -> body.code().equals(account.code())))
                .findFirst()
                .orElseThrow(() -> new Misuse("accounts.yaml: " + login + " speaks for no body"));
    }

    public String collegeOfficer() {
        return officer("COLLEGE", colleges.getFirst().code());
    }

    /** The account that speaks for a college. */
    public String officerOf(College college) {
        return officer("COLLEGE", college.code());
    }

    /** The exam officers of the body of a notice, of whom two are needed where one alone is not enough. */
    public List<String> officersOf(NoticeFile notice) {
        return ofBody(notice, EXAM_OFFICER);
    }

    /** The accounts that write items for the body of a notice. */
    public List<String> writersOf(NoticeFile notice) {
        return ofBody(notice, ITEM_WRITER);
    }

    /** The accounts that mark for the body of a notice. */
    public List<String> markersOf(NoticeFile notice) {
        return ofBody(notice, MARKER);
    }

    private List<String> ofBody(NoticeFile notice, String duty) {
        var code = bodyOf(officerOf(notice)).code();
        return accounts.stream()
                .filter(account -> account.code().equals(code) && account.is(duty))
                .map(Account::login)
                .toList();
    }

    /** The item banks of the qualifications that the body of a notice examines. */
    public List<ItemBankFile> banksOf(NoticeFile notice) {
        var officer = officerOf(notice);
        var own = qualifications.stream()
                .filter(qualification -> qualification.by().equals(officer))
                .map(qualification -> Json.text(qualification.particulars(), "name"))
                .toList();
        return banks.stream().filter(bank -> own.contains(bank.qualification())).toList();
    }

    private String officer(String kind, String code) {
        return accounts.stream()
                .filter(account -> account.kind().equals(kind) && account.code().equals(code))
                .filter(Account::isOfficer)
                .map(Account::login)
                .findFirst()
                .orElseThrow(() -> new Misuse("accounts.yaml: nobody speaks for " + code));
    }

    private static Body body(JsonNode node) {
        return new Body(Json.text(node, "code"), Json.text(node, "name"), Json.text(node, "shortName"));
    }

    private static College college(JsonNode node) {
        return new College(
                Json.text(node, "code"),
                Json.text(node, "name"),
                Json.text(node, "province"),
                Json.text(node, "pilot").equals("true"));
    }

    private static Account account(JsonNode node) {
        return new Account(
                Json.text(node, "login"),
                Json.text(node, "name"),
                Json.text(node, "kind"),
                Json.text(node, "code"),
                Json.texts(node.path("duties")));
    }

    private static NoticeFile notice(Path file) {
        var text = text(file);
        return NoticeFile.of(file.getFileName().toString(), text, tree(file, text));
    }

    private static ItemBankFile bank(Path file) {
        var text = text(file);
        return new ItemBankFile(file.getFileName().toString(), text, tree(file, text));
    }

    private static JsonNode yaml(Path file) {
        return tree(file, text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Misuse("cannot read " + file + ": " + e);
        }
    }

    private static JsonNode tree(Path file, String text) {
        try {
            return tree(text);
        } catch (YAMLException e) {
            throw new Misuse("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** Every value is text: {@code 14:00} and {@code 2024-05-18} mean what is written. */
    public static JsonNode tree(String text) {
        var limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(10_000);
        var dump = new DumperOptions();
        var parser = new Yaml(new SafeConstructor(limits), new Representer(dump), dump, limits, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.MERGE, MERGE, "<");
            }
        });
        Map<String, Object> loaded = parser.load(text);
        return Json.tree(loaded);
    }
}
