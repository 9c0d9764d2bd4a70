package org.onex.center.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onex.center.organization.OrganizationDirectory;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts. */
@Repository
class Accounts {

    private final JdbcClient jdbc;
    private final OrganizationDirectory organizations;

    Accounts(JdbcClient jdbc, OrganizationDirectory organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /** An account as its row says it; its organisation is asked for when the connection is given back. */
    private record Kept(
            String login, String name, String passwordHash, OrganizationKind kind, String code, Set<Duty> duties) {}

    void store(Account account) {
        jdbc.sql("""
                insert into access.account (login, name, password_hash, organization_kind, organization_code, duties)
                values (:login, :name, :hash, :kind, :code, :duties)
                on conflict (login) do update set
                    name = excluded.name,
                    password_hash = excluded.password_hash,
                    organization_kind = excluded.organization_kind,
                    organization_code = excluded.organization_code,
                    duties = excluded.duties
                """)
                .param("login", account.login())
                .param("name", account.name())
                .param("hash", account.passwordHash())
                .param("kind", account.organization().kind().name())
                .param("code", account.organization().code())
                .param(
                        "duties",
                        account.duties().stream().map(Duty::name).sorted().toArray(String[]::new))
                .update();
    }

    /** Signs somebody out wherever they are signed in. */
    void endSessions(String login) {
        jdbc.sql("delete from access.login_session where principal_name = :login")
                .param("login", login)
                .update();
    }

    /** Signs somebody out wherever else they are signed in. */
    void endOtherSessions(String login, String session) {
        jdbc.sql("delete from access.login_session where principal_name = :login and session_id <> :session")
                .param("login", login)
                .param("session", session)
                .update();
    }

    Optional<Account> find(String login) {
        return jdbc.sql("select * from access.account where login = :login")
                .param("login", login)
                .query((row, n) -> kept(row))
                .optional()
                .map(this::account);
    }

    List<Account> after(String login, int limit) {
        return jdbc
                .sql("select * from access.account where login > :login order by login limit :limit")
                .param("login", login)
                .param("limit", limit)
                .query((row, n) -> kept(row))
                .list()
                .stream()
                .map(this::account)
                .toList();
    }

    int count() {
        return jdbc.sql("select count(*) from (select 1 from access.account limit :cap) counted")
                .param("cap", Page.COUNT_CAP + 1)
                .query(Integer.class)
                .single();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var duties = EnumSet.noneOf(Duty.class);
        Arrays.stream((String[]) row.getArray("duties").getArray())
                .map(Duty::valueOf)
                .forEach(duties::add);
        return new Kept(
                row.getString("login"),
                row.getString("name"),
                row.getString("password_hash"),
                OrganizationKind.valueOf(row.getString("organization_kind")),
                row.getString("organization_code"),
                duties);
    }

    private Account account(Kept kept) {
        var organization = organizations.find(kept.kind(), kept.code()).orElseThrow();
        return new Account(kept.login(), kept.name(), kept.passwordHash(), organization, kept.duties());
    }
}
