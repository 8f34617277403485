package io.rapport.client;

import io.rapport.client.api.BrandRegistrationApi;
import io.rapport.client.api.BrandRegistrationApi.APIBrandRegistrationRegisterRequest;
import io.rapport.client.api.EngagementApi;
import io.rapport.client.api.EngagementApi.APIEngagementAcceptRequest;
import io.rapport.client.api.PeopleApi;
import io.rapport.client.api.PeopleApi.APIPeopleListRequest;
import io.rapport.client.model.IngestActorBody;
import io.rapport.client.model.IngestBrandBody;
import io.rapport.client.model.IngestBrandClock;
import io.rapport.client.model.IngestDirection;
import io.rapport.client.model.IngestEngagementBody;
import io.rapport.client.model.IngestEngagementKind;
import io.rapport.client.model.IngestStaffMember;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** The README's first event, by the generated client: fails unless Ada is listed within two minutes. */
public final class FirstEvent {

    private static final String AGENCY = "acme";
    private static final String BRAND = "generated-client";
    private static final int ATTEMPTS = 240;
    private static final int INTERVAL_MILLIS = 500;
    /** The services read a new brand from its topic: the first requests may not know it yet. */
    private static final Set<Integer> TEMPORARY = Set.of(404, 503);

    private FirstEvent() {}

    public static void main(String[] args) throws Exception {
        var rapport = new ApiClient();
        rapport.updateBaseUri(System.getProperty("rapport.url"));
        rapport.setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + System.getProperty("rapport.token")));

        var registered = new BrandRegistrationApi(rapport)
                .brandRegistrationRegister(APIBrandRegistrationRegisterRequest.newBuilder()
                        .agency(AGENCY)
                        .brand(BRAND)
                        .ingestBrandBody(new IngestBrandBody()
                                .name("Acme Coffee")
                                .timeZone("Europe/Oslo")
                                .clock(IngestBrandClock.EVENT))
                        .build());
        require("Acme Coffee".equals(registered.getName()), registered);

        var referral = engagement("1", "2026-05-04T09:12:00Z", IngestDirection.INBOUND, IngestEngagementKind.REFERRAL)
                .actor(new IngestActorBody().id("815").name("ada").displayName("Ada Byron"));
        var thanks = engagement("2", "2026-05-04T10:00:00Z", IngestDirection.OUTBOUND, IngestEngagementKind.THANKS)
                .actor(new IngestActorBody().id("815"))
                .staff(new IngestStaffMember().id("acme-care"));
        var accepted = new EngagementApi(rapport)
                .engagementAccept(APIEngagementAcceptRequest.newBuilder()
                        .agency(AGENCY)
                        .brand(BRAND)
                        .ingestEngagementBody(List.of(referral, thanks))
                        .build());
        require(accepted.getAccepted() == 2, accepted);

        require(isListed(new PeopleApi(rapport)), "Ada is not listed");
        System.out.println("The generated client registered a brand, sent two engagements and found Ada.");
    }

    private static IngestEngagementBody engagement(
            String id, String at, IngestDirection direction, IngestEngagementKind kind) {
        return new IngestEngagementBody()
                .source("crm")
                .sourceId(id)
                .channel("x")
                .occurredAt(OffsetDateTime.parse(at))
                .direction(direction)
                .kind(kind);
    }

    private static boolean isListed(PeopleApi people) throws ApiException, InterruptedException {
        var request =
                APIPeopleListRequest.newBuilder().agency(AGENCY).brand(BRAND).build();
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (people.peopleList(request).getItems().stream()
                        .anyMatch(person -> "Ada Byron".equals(person.getName()))) {
                    return true;
                }
            } catch (ApiException e) {
                if (!TEMPORARY.contains(e.getCode())) {
                    throw e;
                }
            }
            Thread.sleep(INTERVAL_MILLIS);
        }
        return false;
    }

    private static void require(boolean condition, Object found) {
        if (!condition) {
            throw new IllegalStateException(String.valueOf(found));
        }
    }
}
