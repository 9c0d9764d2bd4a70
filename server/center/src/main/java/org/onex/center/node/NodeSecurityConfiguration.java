package org.onex.center.node;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.onex.foundation.exchange.MessageSignature;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The door for machines, beside the one for people: whoever signs comes in here, with no session and no cookie, and may call what asks
 * for a node. A request that is not signed is a person's, except an enrolment, which proves itself by its code.
 */
@Configuration
class NodeSecurityConfiguration implements WebMvcConfigurer {

    static final String ENROLMENTS = "/api/node/enrolments";

    NodeSecurityConfiguration() {
        // The node comes from the signature and is no part of the API.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(EnrolledNode.class, NodeAuthentication.SignedBy.class);
    }

    @Bean
    @Order(1)
    SecurityFilterChain machineDoor(
            HttpSecurity http,
            Nodes nodes,
            CenterKey center,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var contexts = new RequestAttributeSecurityContextRepository();
        return http.securityMatcher(request -> isEnrolment(request) || isSigned(request))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(
                        new RecogniseNodes(nodes, center, contexts, problems), ExceptionTranslationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> problems.resolveException(
                                        request, response, null, NodeRefused.of(NodeRefused.Code.NOT_SIGNED)))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.resolveException(request, response, null, e)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(NodeSecurityConfiguration::isEnrolment)
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(NodeAuthentication.AUTHORITY))
                .build();
    }

    /** Also one that was signed, as nobody needs to: there is no node yet whose signature it could be. */
    static boolean isEnrolment(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(ENROLMENTS);
    }

    private static boolean isSigned(HttpServletRequest request) {
        return request.getHeader(MessageSignature.INPUT) != null;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new NodeArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NodesOnly());
    }
}
