package org.onex.center.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.onex.center.organization.Actor;
import org.onex.contract.kernel.DomainError;
import org.onex.foundation.web.Problems;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door. Everything under {@code /api} needs a session except what is named here; what a session may do stands at each endpoint, and
 * a test holds both against an explicit table.
 */
@Configuration
@EnableMethodSecurity
class SecurityConfiguration implements WebMvcConfigurer {

    private final JsonMapper json;

    SecurityConfiguration(JsonMapper json) {
        this.json = json;
        // The actor comes from the session and is no part of the API.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    SecurityFilterChain door(HttpSecurity http, SecurityContextRepository contexts) {
        var csrfTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        // Cookies ignore ports, and a site node may run on the same host.
        csrfTokens.setCookieName("XSRF-ONEX-CENTER");
        return http.csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/access/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/clock", "/api/signature/authority")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/certificate/inquiries",
                                "/api/certificate/downloads",
                                "/api/certificate/verifications",
                                "/api/result/inquiries")
                        .permitAll()
                        .requestMatchers("/api/**", "/v3/api-docs/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> refuse(response, AccessRefused.Code.NOT_SIGNED_IN))
                        .accessDeniedHandler((request, response, e) -> refuse(
                                response,
                                e instanceof CsrfException
                                        ? AccessRefused.Code.STALE_PAGE
                                        : AccessRefused.Code.NOT_PERMITTED)))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
                                + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'")))
                .build();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Argon2id with the parameters that Spring Security recommends; 16 MB and about 40 ms a try. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    private void refuse(HttpServletResponse response, AccessRefused.Code code) throws IOException {
        DomainError refused = AccessRefused.of(code);
        var problem = Problems.response(refused);
        response.setStatus(problem.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem.getBody());
    }
}
