package io.rapport.report.mail;

import static io.rapport.report.page.ReportMessages.text;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.month.MonthCompleted;
import io.rapport.contracts.subscription.SubscriptionSaved;
import io.rapport.report.domain.subscription.SubscriptionSecrets;
import io.rapport.report.mail.MailContent.MailLine;
import io.rapport.report.mail.MailContent.MailSection;
import io.rapport.report.mail.MailMessage.MailAttachment;
import io.rapport.report.month.MonthEdition;
import io.rapport.report.month.MonthEditionReader;
import io.rapport.report.month.document.MonthBrandMark;
import io.rapport.report.month.document.MonthSection;
import io.rapport.report.month.document.MonthSections;
import io.rapport.report.page.PageFormat;
import io.rapport.web.pages.PageLanguage;
import io.rapport.web.pages.PageText;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the mails of subscriptions, each in the language of its subscription. */
public final class MonthMailWriter implements MailWriter {

    private static final int MAX_PEOPLE = 5;

    private final MonthEditionReader months;
    private final SubscriptionSecrets secrets;
    private final ITemplateEngine templates;
    private final MailProperties settings;

    /** A writer with the template engine of the pages. */
    public MonthMailWriter(
            MonthEditionReader months,
            SubscriptionSecrets secrets,
            ITemplateEngine templates,
            MailProperties settings) {
        this.months = months;
        this.secrets = secrets;
        this.templates = templates;
        this.settings = settings;
    }

    /** The month of a brand, read once for each language. */
    private final class MonthIssue implements MailIssue {

        private final BrandRegistered brand;
        private final MonthCompleted month;
        private final Map<PageLanguage, MonthEdition> editions = new HashMap<>();

        private MonthIssue(BrandRegistered brand, MonthCompleted month) {
            this.brand = brand;
            this.month = month;
        }

        @Override
        public MailMessage to(SubscriptionSaved subscription) {
            return language(subscription).call(() -> {
                var edition = editions.computeIfAbsent(
                        PageLanguage.current(),
                        language -> months.read(brand, month.month(), settings.url(), settings.attachPdf()));
                return month(brand, month, edition, subscription);
            });
        }
    }

    @Override
    public MailIssue issue(BrandRegistered brand, MonthCompleted month) {
        return new MonthIssue(brand, month);
    }

    @Override
    public MailMessage confirmation(BrandRegistered brand, SubscriptionSaved subscription) {
        return language(subscription).call(() -> {
            var name = PageText.line(brand.name());
            var subject = text("mail.confirm.subject", name);
            var content = new MailContent(
                    subject,
                    MonthBrandMark.STANDARD.colour(),
                    List.of(text("mail.confirm.text", brand.agency(), name)),
                    List.of(),
                    text("mail.confirm.link"),
                    link(subscription, "confirm"),
                    List.of(text("mail.confirm.ignore")),
                    text("mail.unsubscribe"),
                    link(subscription, "unsubscribe"));
            return message(subscription, "confirm", content, null);
        });
    }

    private MailMessage month(
            BrandRegistered brand, MonthCompleted month, MonthEdition edition, SubscriptionSaved subscription) {
        var view = edition.view();
        var title = PageText.line(brand.name()) + ": " + PageFormat.longMonth(YearMonth.parse(month.month()));
        var pdf = edition.pdf();
        var content = new MailContent(
                title,
                edition.mark().colour(),
                view.summary().stream().map(MonthMailWriter::line).toList(),
                MonthSections.of(view).stream()
                        .flatMap(MonthMailWriter::section)
                        .toList(),
                text("mail.month.link"),
                settings.url() + month.path(),
                pdf == null ? List.of() : List.of(text("mail.month.attached")),
                text("mail.unsubscribe"),
                link(subscription, "unsubscribe"));
        return message(
                subscription,
                month.month(),
                content,
                pdf == null ? null : new MailAttachment(brand.brand() + "-" + month.month() + ".pdf", pdf));
    }

    private MailMessage message(
            SubscriptionSaved subscription, String about, MailContent content, @Nullable MailAttachment attachment) {
        var context = new Context(PageLanguage.current().locale());
        context.setVariable("mail", content);
        var domain = settings.from().replaceAll(".*@|>.*", "").strip();
        return new MailMessage(
                DeterministicIds.of("mail", subscription.key() + "#" + about) + "@" + domain,
                secrets.address(subscription),
                content.title(),
                content.text(),
                templates.process("mail", context),
                content.unsubscribe(),
                attachment);
    }

    /** The first people of a list; none of what is not about people. */
    private static Stream<MailSection> section(MonthSection from) {
        var people = from.rows().stream().filter(row -> row.person() != null).toList();
        if (people.isEmpty()) {
            return Stream.empty();
        }
        var left = from.total() - Math.min(MAX_PEOPLE, people.size());
        return Stream.of(new MailSection(
                line(from.title()),
                people.stream()
                        .limit(MAX_PEOPLE)
                        .map(row -> new MailLine(PageText.line(row.name()), line(row.reason())))
                        .toList(),
                left > 0 ? text("month.and-more", left) : ""));
    }

    /** Names in sentences may contain line ends. */
    private static String line(String sentence) {
        return sentence.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ");
    }

    private String link(SubscriptionSaved subscription, String what) {
        return settings.url() + "/subscriptions/" + secrets.link(subscription) + "/" + what;
    }

    private static PageLanguage language(SubscriptionSaved subscription) {
        return PageLanguage.ofTag(subscription.language()).orElse(PageLanguage.ENGLISH);
    }
}
