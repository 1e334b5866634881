package org.mingze.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mingze.RunningMingze;
import org.mingze.Visitor;

@DisplayName("台账页和案卷页")
class DossierPagesTest {
    private final RunningMingze mingze = RunningMingze.shared();

    @Test
    @DisplayName("台账列出件数和阶段，打开一件看到经过、期限和相关职责")
    void ledgerAndDossier() {
        Visitor visitor = mingze.visitor("周砚田");
        Visitor.Page ledger = visitor.get("/ledgers/rectification");
        assertThat(ledger.status()).isEqualTo(200);
        assertThat(ledger.title()).isEqualTo("整改台账");
        assertThat(ledger.document().select("tbody tr")).isNotEmpty();
        String first = ledger.document().select("tbody th a").eachAttr("href").getFirst();
        Visitor.Page dossier = visitor.get(first);
        assertThat(dossier.status()).isEqualTo(200);
        assertThat(dossier.document().select("ol.chain li")).isNotEmpty();
        assertThat(dossier.document().select("ol.stages li[aria-current=step]")).hasSize(1);
        assertThat(dossier.text("aside.side")).contains("相关职责");
    }

    @Test
    @DisplayName("信访台账和没有的台账")
    void others() {
        Visitor visitor = mingze.visitor("周砚田");
        assertThat(visitor.get("/ledgers/petitions").title()).isEqualTo("信访台账");
        assertThat(visitor.get("/ledgers/nothing").status()).isEqualTo(404);
        assertThat(visitor.get("/dossiers/99999999").text("h1")).contains("没有第99999999号案卷");
    }
}
