package org.onex.foundation.vault;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One vault per application that says it has one ({@code onex.vault.enabled}); its keys lie in the data folder. With
 * {@code onex.vault.new-data-key} it is given another data key at this start.
 */
@AutoConfiguration(after = {FlywayAutoConfiguration.class, JdbcClientAutoConfiguration.class})
@ConditionalOnProperty("onex.vault.enabled")
class VaultConfiguration {

    @Bean
    Vault vault(
            @Value("${onex.data}") Path data,
            @Value("${spring.application.name}") String application,
            @Value("${ONEX_MASTER_KEY:#{null}}") @Nullable String master,
            @Value("${onex.vault.new-data-key:false}") boolean isNewKeyWanted,
            JdbcClient jdbc)
            throws IOException {
        var keys = data.resolve("keys");
        if (isNewKeyWanted) {
            Vault.addDataKey(keys, application, master);
        }
        var vault = Vault.open(keys, application, master);
        new KeyCheck(jdbc).require(vault);
        return vault;
    }
}
