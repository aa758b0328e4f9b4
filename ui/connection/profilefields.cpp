// SPDX-License-Identifier: MIT
#include "connection/profilefields.h"

#include "common/chooser.h"
#include "common/fieldmessage.h"
#include "connection/defaultexpirychooser.h"
#include "wording/profiletext.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace tokenry
{

ProfileFields::ProfileFields(QWidget *parent)
    : QWidget(parent), m_form(new QGridLayout(this)), m_environment(new Chooser(this)),
      m_product(new Chooser(this)), m_pathIds(new QCheckBox(tr("Placeholder IDs in the path"), this)),
      m_defaultExpiry(new DefaultExpiryChooser(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(8);
    m_form->setHorizontalSpacing(12);
    m_form->setColumnStretch(1, 1);

    const QString uuid = QStringLiteral("00000000-0000-0000-0000-000000000000");
    m_name = addField(tr("Profile name"), tr("For example prod-eu"));
    for (const Environment environment : {Environment::Production, Environment::Staging, Environment::Other})
        m_environment->addItem(environmentName(environment), static_cast<int>(environment));
    m_environment->setAccessibleName(tr("Environment"));
    m_environment->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addRow(tr("Environment"), m_environment, m_environment);
    for (const Product product : {Product::Dedicated, Product::Clustered})
        m_product->addItem(productName(product), static_cast<int>(product));
    m_product->setAccessibleName(tr("Product"));
    m_product->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addRow(tr("Product"), m_product, m_product);
    m_accountId = addField(tr("Account ID"), uuid);
    m_clusterId = addField(tr("Cluster ID"), uuid);
    m_managementUrl = addField(tr("Management URL"), ClusterAddress::defaultManagementUrl().toString());
    m_pathIds->setToolTip(
        tr("Some servers want /accounts/…/clusters/… in the path, though InfluxDB Clustered has "
           "neither. Tick this if they answer 404 without."));
    addRow(QString(), m_pathIds, m_pathIds);
    m_clusterUrl = addField(tr("Cluster URL"), tr("Optional, for example https://cluster-id.a.influxdb.io"));
    addAuthorityField();
    addRow(tr("Default expiry"), m_defaultExpiry, m_defaultExpiry);
    m_accountId.edit->setToolTip(
        tr("A whole address such as https://…/accounts/…/clusters/… may be pasted here too."));
    m_clusterId.edit->setToolTip(m_accountId.edit->toolTip());
    m_managementUrl.edit->setToolTip(
        tr("Where the cluster is managed. The management token goes there and nowhere else."));
    m_clusterUrl.edit->setToolTip(tr("Where data is written and read."));

    for (Field *const field :
         {&m_name, &m_accountId, &m_clusterId, &m_managementUrl, &m_clusterUrl, &m_authority})
        watch(*field);
    connect(m_product, &QComboBox::activated, this, &ProfileFields::chooseProduct);
    connect(m_pathIds, &QCheckBox::toggled, this, &ProfileFields::edited);
    for (const QComboBox *const chooser : {m_environment, static_cast<QComboBox *>(m_defaultExpiry)})
        connect(chooser, &QComboBox::currentIndexChanged, this, &ProfileFields::edited);
    setInput({});
}

// A grid, because a form layout gives rows with wrapping text in them the wrong heights.
void ProfileFields::addRow(const QString &label, QWidget *field, QWidget *row)
{
    const int last = m_form->rowCount();
    // An empty label would keep its height when the field is hidden.
    if (!label.isEmpty()) {
        auto *const text = new QLabel(label, this);
        text->setBuddy(field);
        text->setMinimumHeight(field->sizeHint().height());
        m_form->addWidget(text, last, 0, Qt::AlignTop);
    }
    m_form->addWidget(row, last, 1, row == field ? Qt::AlignLeft : Qt::Alignment());
}

ProfileFields::Field ProfileFields::addField(const QString &label, const QString &placeholder)
{
    auto *const box = new QWidget(this);
    auto *const edit = new QLineEdit(box);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(placeholder);
    auto *const note = new FieldMessage(edit, box);
    auto *const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(edit);
    column->addWidget(note);
    addRow(label, edit, box);
    return {edit, note, false};
}

void ProfileFields::addAuthorityField()
{
    m_authority = addField(tr("CA file"), tr("Optional, for example /etc/ssl/influx-ca.pem"));
    m_authority.edit->setToolTip(
        tr("Certificates (PEM) of a private authority, trusted beside the system's for this "
           "profile. Certificates are always verified."));
    auto *const choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(tr("Choose CA file…"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ProfileFields::chooseAuthority);
    auto *const column = static_cast<QVBoxLayout *>(m_authority.edit->parentWidget()->layout());
    auto *const line = new QHBoxLayout;
    column->insertLayout(0, line);
    line->addWidget(m_authority.edit, 1);
    line->addWidget(choose);
    setTabOrder(m_authority.edit, choose);
}

void ProfileFields::chooseAuthority()
{
    auto *const files = new QFileDialog(this, tr("Choose the authority's certificates"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    files->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(files, &QFileDialog::fileSelected, m_authority.edit, &QLineEdit::setText);
    files->open();
}

void ProfileFields::chooseProduct()
{
    ProfileInput changed = input();
    const Product chosen = changed.product;
    // What was filled in by itself is judged by the product it was filled in for.
    changed.product = chosen == Product::Clustered ? Product::Dedicated : Product::Clustered;
    changed.setProduct(chosen);
    if (changed.clusterUrl.isEmpty())
        m_suggested.clear();
    setInput(changed);
    Q_EMIT edited();
}

void ProfileFields::showProduct()
{
    const bool clustered = static_cast<Product>(m_product->currentData().toInt()) == Product::Clustered;
    for (const Field &field : {m_accountId, m_clusterId}) {
        for (QWidget *const part : rowOf(field))
            part->setVisible(!clustered);
    }
    m_pathIds->setVisible(clustered);
    m_managementUrl.edit->setPlaceholderText(
        clustered ? tr("The cluster's own host, for example https://influxdb.example")
                  : ClusterAddress::defaultManagementUrl().toString());
    m_clusterUrl.edit->setPlaceholderText(clustered
                                              ? tr("Optional; usually the same host")
                                              : tr("Optional, for example https://cluster-id.a.influxdb.io"));
}

// The field's box and the label in front of it.
QWidgetList ProfileFields::rowOf(const Field &field) const
{
    QWidget *const box = field.edit->parentWidget();
    int row = 0;
    int column = 0;
    int rows = 0;
    int columns = 0;
    m_form->getItemPosition(m_form->indexOf(box), &row, &column, &rows, &columns);
    return {box, m_form->itemAtPosition(row, 0)->widget()};
}

void ProfileFields::watch(Field &field)
{
    connect(field.edit, &QLineEdit::textChanged, this, [this, &field](const QString &text) {
        if (!text.isEmpty() && &field == &m_clusterId)
            m_severalClusters = false;
        if (!text.isEmpty() && &field == &m_accountId)
            m_severalAccounts = false;
        takePasted(field, text);
        suggestClusterUrl();
        Q_EMIT edited();
    });
    connect(field.edit, &QLineEdit::editingFinished, this, [this, &field] {
        // Passing through an empty field is no fault yet.
        field.touched = field.touched || !field.edit->text().isEmpty();
        Q_EMIT edited();
    });
}

// Setting a field's text from inside its own change ends here again with nothing left to clean.
void ProfileFields::takePasted(const Field &field, const QString &text)
{
    if (&field == &m_name || &field == &m_clusterUrl || &field == &m_authority)
        return;
    ProfileInput pasted = input();
    if (pasted.takePasted(text)) {
        setInput(pasted);
        return;
    }
    const QString cleaned = cleanedId(text);
    if (&field != &m_managementUrl && cleaned != text && isUuid(cleaned))
        field.edit->setText(cleaned);
}

// What was filled in by itself also goes by itself, when it would be the address of another cluster.
void ProfileFields::suggestClusterUrl()
{
    const QString suggestion = input().suggestedClusterUrl();
    if (suggestion == m_suggested || m_clusterUrl.edit->text() != m_suggested)
        return;
    m_suggested = suggestion;
    m_clusterUrl.edit->setText(suggestion);
}

ProfileInput ProfileFields::input() const
{
    return {m_name.edit->text(),
            static_cast<Environment>(m_environment->currentData().toInt()),
            m_managementUrl.edit->text(),
            m_accountId.edit->text(),
            m_clusterId.edit->text(),
            m_clusterUrl.edit->text(),
            m_severalClusters,
            static_cast<Product>(m_product->currentData().toInt()),
            m_authority.edit->text(),
            m_pathIds->isChecked(),
            m_pathAccount,
            m_pathCluster,
            m_defaultExpiry->choice(),
            m_severalAccounts};
}

void ProfileFields::setInput(const ProfileInput &input)
{
    m_environment->setCurrentIndex(m_environment->findData(static_cast<int>(input.environment)));
    m_severalClusters = input.severalClusters;
    m_severalAccounts = input.severalAccounts;
    // Said at once: the person looks for what the paste has filled in.
    m_clusterId.touched = m_clusterId.touched || m_severalClusters;
    m_accountId.touched = m_accountId.touched || m_severalAccounts;
    m_product->setCurrentIndex(m_product->findData(static_cast<int>(input.product)));
    m_pathAccount = input.pathAccount;
    m_pathCluster = input.pathCluster;
    m_pathIds->setChecked(input.hasPathIds);
    showProduct();
    m_defaultExpiry->setChoice(input.defaultExpiry);
    const std::pair<QLineEdit *, QString> texts[] = {{m_name.edit, input.name},
                                                     {m_authority.edit, input.authority},
                                                     {m_accountId.edit, input.accountId},
                                                     {m_clusterId.edit, input.clusterId},
                                                     {m_managementUrl.edit, input.managementUrl},
                                                     {m_clusterUrl.edit, input.clusterUrl}};
    for (const auto &[edit, text] : texts) {
        const QSignalBlocker blocker(edit);
        if (edit->text() != text)
            edit->setText(text);
        edit->setCursorPosition(0);
    }
    // A cluster URL that could have been suggested follows the cluster ID.
    if (const QString usual = input.suggestedClusterUrl(); !usual.isEmpty() && input.clusterUrl == usual)
        m_suggested = usual;
    suggestClusterUrl();
}

std::array<std::pair<ProfileFields::Field *, QString>, 6>
ProfileFields::withFaults(const ProfileFaults &faults)
{
    return {{{&m_name, faults.name},
             {&m_accountId, faults.accountId},
             {&m_clusterId, faults.clusterId},
             {&m_managementUrl, faults.managementUrl},
             {&m_clusterUrl, faults.clusterUrl},
             {&m_authority, faults.authority}}};
}

void ProfileFields::showFaults(const ProfileFaults &faults)
{
    for (const auto &[field, fault] : withFaults(faults)) {
        const QString said = field->touched ? fault : QString();
        if (field == &m_name && said.isEmpty())
            field->note->say(Tone::Warning, faults.nameCaution);
        else
            field->note->say(Tone::Danger, said);
    }
}

void ProfileFields::insistOn(const ProfileFaults &faults)
{
    QLineEdit *first = nullptr;
    for (const auto &[field, fault] : withFaults(faults)) {
        field->touched = true;
        if (!first && !fault.isEmpty())
            first = field->edit;
    }
    showFaults(faults);
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace tokenry
