package org.onex.foundation.web;

import io.swagger.v3.core.converter.ModelConverter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Brings the common handling of requests and problems into an application. */
@AutoConfiguration
@Import({ProblemAdvice.class, CompleteRequests.class, BodyLimit.class})
class WebConfiguration {

    /** Not where a module says more about what cannot be stored, as the exam's does of every answer. */
    @Bean
    @ConditionalOnProperty("onex.web.storable-texts-only")
    JacksonModule storableTexts() {
        return new SimpleModule("storable texts").addDeserializer(String.class, new StorableTexts());
    }

    @Bean
    WebMvcConfigurer storableParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StorableParameters());
            }
        };
    }

    @Bean
    ModelConverter recordSchemas(JsonMapper json) {
        return new RecordSchemas(json);
    }
}
