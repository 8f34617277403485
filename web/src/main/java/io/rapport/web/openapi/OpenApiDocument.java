package io.rapport.web.openapi;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.NameRules;
import io.rapport.web.auth.Caller;
import io.rapport.web.list.CsvListConverter;
import io.rapport.web.paging.PageRequest;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds to {@code /openapi.json} what the controllers do not declare: tokens, problems, resolved arguments, tags, and a summary
 * where there is none.
 */
@Configuration(proxyBeanMethods = false)
public class OpenApiDocument {

    private static final String BEARER = "token";
    private static final String IN_PATH = "path";
    private static final Set<String> NAMES = Set.of("agency", "brand");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    OpenApiDocument() {
        // Each enum is a schema with a name: generated clients have one type for it.
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(BrandKey.class, Caller.class, PageRequest.class);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name:rapport}") String service) {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        var components =
                new Components().addSecuritySchemes(BEARER, bearer).addSchemas(CommonResponse.SCHEMA, problem());
        for (var response : CommonResponse.values()) {
            components.addResponses(response.component(), response.describe());
        }
        return new OpenAPI()
                .info(new Info().title("Rapport: " + service).version("v1"))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer edgeArguments() {
        return OpenApiDocument::complete;
    }

    /** A method that serves several paths has an operation for each: all but the first are numbered. */
    @Bean
    OpenApiCustomizer uniqueIds() {
        return document -> {
            var uses = new HashMap<String, Integer>();
            new TreeMap<>(document.getPaths())
                    .values().stream()
                            .flatMap(item -> item.readOperations().stream())
                            .forEach(operation -> {
                                var id = operation.getOperationId();
                                var use = uses.merge(id, 1, Integer::sum);
                                operation.setOperationId(use == 1 ? id : id + use);
                            });
        };
    }

    /** Declares the variables of paths that the methods of controllers do not take themselves. */
    @Bean
    OpenApiCustomizer pathVariables() {
        return document -> document.getPaths()
                .forEach((path, item) -> item.readOperations().forEach(operation -> declareVariables(path, operation)));
    }

    private static void declareVariables(String path, Operation operation) {
        var declared = Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .filter(parameter -> IN_PATH.equals(parameter.getIn()))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
        VARIABLE.matcher(path)
                .results()
                .map(found -> found.group(1))
                .filter(variable -> !declared.contains(variable))
                .forEach(variable -> operation.addParametersItem(name(variable)));
    }

    private static Operation complete(Operation operation, HandlerMethod handler) {
        if (takes(handler, BrandKey.class)) {
            operation.addParametersItem(name("agency")).addParametersItem(name("brand"));
        }
        if (takes(handler, PageRequest.class)) {
            operation.addParametersItem(limit()).addParametersItem(cursor());
        }
        operation.setTags(List.of(tag(handler)));
        operation.setOperationId(id(handler));
        if (operation.getSummary() == null) {
            operation.setSummary(tag(handler) + ": " + words(handler.getMethod().getName()));
        }
        for (var response : CommonResponse.values()) {
            response.addTo(operation);
        }
        operation.getResponses().putIfAbsent("default", refused());
        if (CsvListConverter.isList(handler.getReturnType().getGenericParameterType())) {
            describeCsv(operation);
        }
        return operation;
    }

    /** Every list is also a file: all its pages. */
    private static void describeCsv(Operation operation) {
        var ok = operation.getResponses().get("200");
        if (ok != null && ok.getContent() != null) {
            ok.getContent()
                    .addMediaType(
                            "text/csv",
                            new MediaType().schema(new StringSchema().description("all pages, with a header")));
        }
    }

    /** The name of the controller in words. */
    private static String tag(HandlerMethod handler) {
        var words = words(handler.getBeanType().getSimpleName().replaceFirst("Controller$", ""));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Of the controller and its method, which do not change with other operations: the names of generated clients' methods. */
    private static String id(HandlerMethod handler) {
        var controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        var method = handler.getMethod().getName();
        return Character.toLowerCase(controller.charAt(0))
                + controller.substring(1)
                + Character.toUpperCase(method.charAt(0))
                + method.substring(1);
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static Parameter name(String variable) {
        var schema = new StringSchema();
        if (NAMES.contains(variable)) {
            schema.pattern(NameRules.TOKEN.pattern());
        }
        return new Parameter().in(IN_PATH).name(variable).required(true).schema(schema);
    }

    private static Parameter limit() {
        var schema = new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        schema.setDefault(PageRequest.DEFAULT_LIMIT);
        return new Parameter().in("query").name("limit").schema(schema);
    }

    private static Parameter cursor() {
        return new Parameter()
                .in("query")
                .name("cursor")
                .description("'next' of the page before")
                .schema(new StringSchema());
    }

    private static ApiResponse refused() {
        var schema = new Schema<>().$ref("#/components/schemas/" + CommonResponse.SCHEMA);
        return new ApiResponse()
                .description("Why it was not done, and what to do (RFC 9457)")
                .content(new Content().addMediaType(CommonResponse.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .required(List.of("type", "title", "status", "detail"));
    }
}
