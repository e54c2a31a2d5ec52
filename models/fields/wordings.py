"""How people call the fields they make up for engagement, and for what we have fields of our own for.

This is data, in English, Spanish, French, German, Italian and Portuguese. Case, accents, separators, numbers at the end
and small words such as "of" and "de" do not count, so each wording stands here once; `recognition` folds them.
"""

from models.engagement.words import EngagementField
from models.fields.mapping import Entity

# Used exactly as they are, for both entities: Enginy's own names, and those of the guide's samples.
BUILT_IN: dict[str, EngagementField] = {
    "campaignEngagementStatus": EngagementField.STATUS,
    "campaignSequenceStatus": EngagementField.SEQUENCE_STATUS,
    "campaignSequenceDetails": EngagementField.SEQUENCE_DETAILS,
    "campaignOpens": EngagementField.OPENS,
    "campaignClicks": EngagementField.CLICKS,
    "campaignOpenAnalysis": EngagementField.OPEN_ANALYSIS,
    "campaignClickAnalysis": EngagementField.CLICK_ANALYSIS,
    "campaignReplyAnalysis": EngagementField.REPLY_ANALYSIS,
    "activities": EngagementField.ACTIVITIES,
    "senders": EngagementField.SENDERS,
    "campaigns": EngagementField.CAMPAIGNS,
    "genesy_engagement_status": EngagementField.STATUS,
    "genesy_sequence_status": EngagementField.SEQUENCE_STATUS,
    "genesy_last_activity": EngagementField.LAST_ENGAGED_AT,
    "genesy_last_engaged_at": EngagementField.LAST_ENGAGED_AT,
}

# A wording may mean two things; then the values decide.
ENGAGEMENT: dict[EngagementField, tuple[str, ...]] = {
    EngagementField.STATUS: (
        "engagement status", "campaign status", "engagement", "campaign engagement", "engagement stage",
        "campaign stage", "outreach status", "outreach stage", "campaign progress",
        "estado de engagement", "estado de interacción", "estado de la campaña", "etapa de la campaña",
        "interacción con la campaña", "estado de outreach", "estado de prospección",
        "statut d'engagement", "engagement de la campagne", "statut de la campagne",
        "étape de la campagne", "statut de prospection",
        "Engagement-Status", "Kampagnenstatus", "Kampagnen-Status", "Status der Kampagne", "Interaktionsstatus",
        "stato engagement", "stato di coinvolgimento", "stato dell'interazione", "stato della campagna",
        "status de engajamento", "estado de envolvimento", "status da campanha", "estado da campanha",
    ),
    EngagementField.SEQUENCE_STATUS: (
        "sequence status", "sequence state", "campaign status", "cadence status", "sequence",
        "estado de la secuencia", "estado de la campaña", "estado de la cadencia",
        "statut de la séquence", "état de la séquence", "statut de la campagne",
        "Sequenzstatus", "Sequenz-Status", "Status der Sequenz", "Kampagnenstatus",
        "stato della sequenza", "stato della campagna",
        "status da sequência", "estado da sequência", "status da campanha", "status da cadência",
    ),
    EngagementField.SEQUENCE_DETAILS: (
        "sequence details", "sequence steps", "sequence", "cadence steps", "campaign steps",
        "detalles de la secuencia", "detalle de la secuencia", "pasos de la secuencia", "secuencia",
        "détails de la séquence", "étapes de la séquence", "séquence",
        "Sequenzdetails", "Sequenzschritte", "Sequenz-Schritte", "Sequenz",
        "dettagli della sequenza", "passaggi della sequenza", "sequenza",
        "detalhes da sequência", "etapas da sequência", "passos da sequência", "sequência",
    ),
    EngagementField.OPENS: (
        "opens", "open count", "opens count", "number of opens", "total opens", "email opens", "times opened",
        "aperturas", "número de aperturas", "aperturas de email", "total aperturas",
        "ouvertures", "nombre d'ouvertures", "ouvertures d'emails",
        "Öffnungen", "Oeffnungen", "Anzahl Öffnungen", "E-Mail-Öffnungen",
        "aperture", "numero di aperture", "aperture email",
        "aberturas", "número de aberturas", "aberturas de email",
    ),
    EngagementField.CLICKS: (
        "clicks", "click count", "clicks count", "number of clicks", "total clicks", "link clicks", "email clicks",
        "times clicked",
        "clics", "número de clics", "clics en enlaces",
        "nombre de clics", "clics sur les liens",
        "Klicks", "Anzahl Klicks", "Link-Klicks",
        "clic", "numero di clic", "clic sui link",
        "cliques", "número de cliques", "cliques em links",
    ),
    EngagementField.OPEN_ANALYSIS: (
        "open analysis", "opens analysis", "opened", "email opened", "has opened", "is opened", "did open",
        "análisis de aperturas", "análisis de apertura", "abierto", "email abierto", "ha abierto",
        "analyse des ouvertures", "analyse d'ouverture", "ouvert", "email ouvert", "a ouvert",
        "Öffnungsanalyse", "Oeffnungsanalyse", "geöffnet", "E-Mail geöffnet", "hat geöffnet",
        "analisi delle aperture", "analisi di apertura", "aperto", "email aperta", "ha aperto",
        "análise de aberturas", "análise de abertura", "aberto", "email aberto", "abriu",
    ),
    EngagementField.CLICK_ANALYSIS: (
        "click analysis", "clicks analysis", "clicked", "link clicked", "has clicked", "did click",
        "análisis de clics", "análisis de clic", "ha hecho clic", "hizo clic",
        "analyse des clics", "analyse de clic", "a cliqué", "cliqué",
        "Klickanalyse", "Klick-Analyse", "geklickt", "hat geklickt",
        "analisi dei clic", "analisi di clic", "ha cliccato", "cliccato",
        "análise de cliques", "análise de clique", "clicou", "clicado",
    ),
    EngagementField.REPLY_ANALYSIS: (
        "reply analysis", "replies analysis", "response analysis", "replied", "has replied", "did reply", "replies",
        "responded", "has responded", "answered",
        "análisis de respuestas", "análisis de respuesta", "respondido", "ha respondido", "respondió", "respuestas",
        "analyse des réponses", "analyse de réponse", "a répondu", "répondu", "réponses",
        "Antwortanalyse", "Antwort-Analyse", "geantwortet", "hat geantwortet", "Antworten",
        "analisi delle risposte", "analisi di risposta", "ha risposto", "risposto", "risposte",
        "análise de respostas", "análise de resposta", "respondeu", "respostas",
    ),
    EngagementField.ACTIVITIES: (
        "activities", "activity log", "activity history", "campaign activity", "campaign activities",
        "engagement log", "engagement history", "activity",
        "actividades", "registro de actividades", "registro de actividad", "historial de actividad", "actividad",
        "activités", "journal d'activité", "journal des activités", "historique d'activité",
        "Aktivitäten", "Aktivitaeten", "Aktivitätsprotokoll", "Aktivitätenverlauf",
        "attività", "registro attività", "registro delle attività", "cronologia attività",
        "atividades", "registo de atividades", "histórico de atividades",
    ),
    EngagementField.SENDERS: (
        "senders", "sender", "sender name", "sender names", "campaign sender", "campaign senders", "sent by",
        "remitentes", "remitente", "enviado por", "nombre del remitente",
        "expéditeurs", "expéditeur", "envoyé par", "nom de l'expéditeur",
        "Absender", "Versender", "gesendet von", "Name des Absenders",
        "mittenti", "mittente", "inviato da", "nome del mittente",
        "remetentes", "remetente", "nome do remetente",
    ),
    EngagementField.CAMPAIGNS: (
        "campaigns", "campaign", "campaign name", "campaign names", "campaign list", "outreach campaign",
        "outreach campaigns",
        "campañas", "campaña", "nombre de la campaña", "nombres de campañas",
        "campagnes", "campagne", "nom de la campagne", "noms des campagnes",
        "Kampagnen", "Kampagne", "Kampagnenname", "Kampagnennamen", "Name der Kampagne",
        "campagna", "nome della campagna", "nomi delle campagne",
        "campanhas", "campanha", "nome da campanha", "nomes das campanhas",
    ),
    EngagementField.LAST_ENGAGED_AT: (
        "last engaged", "last engaged at", "last engaged on", "last engagement", "last engagement at",
        "last engagement date", "last engagement time", "last activity", "last activity at", "last activity date",
        "last interaction", "last interaction date", "last touch", "engaged at",
        "última interacción", "fecha de última interacción", "última actividad", "fecha de la última actividad",
        "dernier engagement", "date du dernier engagement", "dernière activité", "date de dernière activité",
        "dernière interaction",
        "letzte Interaktion", "letzte Aktivität", "letztes Engagement", "Datum der letzten Interaktion",
        "Datum der letzten Aktivität",
        "ultima interazione", "data ultima interazione", "ultima attività", "data dell'ultima attività",
        "última interação", "data da última interação", "última atividade", "data da última atividade",
        "último engajamento",
    ),
}  # fmt: skip

# What Enginy or its users send of people and firms that has no field here and says nothing of engagement.
ORDINARY: tuple[str, ...] = (
    "company size", "employees", "domain", "company domain", "email verification status", "email verification",
    "email verified", "email valid", "email status", "email validity", "phone status", "phone verified", "last contacted by",
    "contacted by", "lead countries", "lead country", "company country", "icp fit", "icp", "is icp", "icp match",
    "icp score", "icp tier", "persona", "seniority", "department", "lead source", "source", "language", "time zone",
    "currency", "gender", "qualified", "is qualified", "interested", "do not contact", "opt out", "opted out",
    "unsubscribed", "gdpr consent", "consent", "deal status", "deal stage", "task status", "project status",
    "subscription status",
    "tamaño de la empresa", "dominio", "verificación de email", "estado del email", "idioma", "origen", "encaje icp",
    "taille de l'entreprise", "domaine", "vérification de l'email", "statut de l'email", "langue", "origine",
    "Unternehmensgröße", "Domäne", "E-Mail-Status", "Sprache", "Herkunft",
    "dimensione azienda", "verifica email", "stato email", "lingua", "origine",
    "tamanho da empresa", "domínio", "verificação de email", "status do email", "língua", "origem",
)  # fmt: skip

# By our column.
FIELDS_OF_OURS: dict[Entity, dict[str, tuple[str, ...]]] = {
    Entity.CONTACT: {
        "email": (
            "email", "mail", "email address", "work email", "business email", "primary email", "professional email",
            "correo", "correo electrónico", "email profesional", "adresse e-mail", "courriel", "email professionnel",
            "E-Mail-Adresse", "Geschäftliche E-Mail", "indirizzo email", "posta elettronica", "email aziendale",
            "endereço de email", "correio eletrónico", "email profissional",
        ),
        "first_name": (
            "first name", "given name", "forename", "nombre", "nombre de pila", "prénom", "Vorname", "primeiro nome",
        ),
        "last_name": (
            "last name", "surname", "family name", "apellido", "apellidos", "nom de famille", "Nachname", "Familienname",
            "cognome", "sobrenome", "apelido", "último nome",
        ),
        "full_name": (
            "full name", "name", "nombre completo", "nom complet", "vollständiger Name", "nome completo",
        ),
        "phone": (
            "phone", "phone number", "telephone", "work phone", "teléfono", "número de teléfono", "téléphone",
            "numéro de téléphone", "Telefon", "Telefonnummer", "telefono", "numero di telefono", "telefone",
        ),
        "mobile_phone": (
            "mobile", "mobile phone", "mobile number", "cell", "cell phone", "móvil", "teléfono móvil", "celular",
            "portable", "téléphone portable", "Handy", "Handynummer", "Mobiltelefon", "cellulare", "telemóvel",
        ),
        "company_name": (
            "company", "company name", "organization", "organisation", "employer", "account name", "current company",
            "empresa", "nombre de la empresa", "compañía", "entreprise", "société", "nom de l'entreprise", "Firma",
            "Firmenname", "Unternehmen", "azienda", "nome azienda", "società", "nome da empresa",
        ),
        "title": (
            "title", "job title", "position", "job position", "job", "role", "current title", "cargo", "puesto",
            "título del puesto", "poste", "fonction", "intitulé du poste", "Position", "Stelle", "Berufsbezeichnung",
            "Jobtitel", "ruolo", "posizione", "qualifica", "mansione", "função", "título do cargo",
        ),
        "linkedin_url": (
            "linkedin url", "linkedin", "linkedin profile", "linkedin profile url", "linkedin link", "perfil de linkedin",
            "profil linkedin", "Linkedin-Profil", "profilo linkedin", "perfil do linkedin",
        ),
        "location": ("location", "address", "ubicación", "dirección", "adresse", "Standort", "Ort", "indirizzo",
                     "localização", "endereço"),
        "city": ("city", "town", "ciudad", "ville", "Stadt", "città", "cidade"),
        "state": ("state", "region", "province", "provincia", "región", "région", "Bundesland", "regione", "região"),
        "country": ("country", "nation", "país", "pays", "Land", "paese", "nazione"),
        "industry": ("industry", "sector", "industria", "secteur", "industrie", "Branche", "settore", "setor", "indústria"),
        "website": ("website", "web site", "homepage", "url", "web", "sitio web", "página web", "site web", "site internet",
                    "Webseite", "Internetseite", "sito web", "sito", "site"),
        "bio": ("bio", "biography", "about", "summary", "description", "headline summary", "biografía", "descripción",
                "biographie", "Beschreibung", "Biografie", "biografia", "descrizione", "descrição"),
        "tags": ("tags", "tag", "labels", "etiquetas", "étiquettes", "Schlagwörter", "etichette"),
        "lead_score": ("lead score", "score", "puntuación", "puntuación del lead", "score du lead", "Lead-Bewertung",
                       "punteggio", "punteggio lead", "pontuação", "pontuação do lead"),
        "lifecycle_stage": ("lifecycle stage", "life cycle stage", "lifecycle", "etapa del ciclo de vida",
                            "phase du cycle de vie", "Lebenszyklusphase", "fase del ciclo di vita",
                            "fase do ciclo de vida", "estágio do ciclo de vida"),
        "owner_id": ("owner", "owner id", "lead owner", "sales owner", "assigned to", "propietario", "responsable",
                     "propriétaire", "Eigentümer", "Besitzer", "proprietario", "responsabile", "proprietário",
                     "responsável"),
    },
    Entity.COMPANY: {
        "name": ("name", "company name", "organization name", "account name", "nombre", "nombre de la empresa", "nom",
                 "nom de l'entreprise", "Firmenname", "nome", "nome azienda", "nome da empresa", "ragione sociale"),
        "domain": ("domain", "web domain", "company domain", "dominio", "domaine", "Domain", "Domäne", "domínio"),
        "website": ("website", "web site", "homepage", "url", "company website", "sitio web", "página web", "site web",
                    "Webseite", "sito web", "site"),
        "industry": ("industry", "sector", "industria", "secteur", "industrie", "Branche", "settore", "setor", "indústria"),
        "number_of_employees": ("number of employees", "employees", "employee count", "headcount", "número de empleados",
                                "empleados", "nombre d'employés", "effectif", "Mitarbeiterzahl", "Anzahl Mitarbeiter",
                                "Mitarbeiter", "numero di dipendenti", "dipendenti", "número de funcionários",
                                "funcionários"),
        "linkedin_url": ("linkedin url", "linkedin", "linkedin page", "company linkedin", "company linkedin url",
                         "página de linkedin", "page linkedin", "Linkedin-Seite", "pagina linkedin",
                         "página do linkedin"),
        "location": ("location", "address", "headquarters", "hq", "ubicación", "dirección", "sede", "adresse", "siège",
                     "Standort", "Sitz", "indirizzo", "localização", "endereço"),
        "description": ("description", "about", "summary", "descripción", "Beschreibung", "descrizione", "descrição"),
        "revenue": ("revenue", "annual revenue", "turnover", "ingresos", "facturación", "chiffre d'affaires", "Umsatz",
                    "Jahresumsatz", "fatturato", "ricavi", "receita", "faturamento"),
        "company_type": ("company type", "type of company", "tipo de empresa", "type d'entreprise", "Unternehmensart",
                         "Unternehmenstyp", "tipo di azienda"),
        "founded_year": ("founded year", "year founded", "founded", "founding year", "año de fundación",
                         "année de création", "Gründungsjahr", "anno di fondazione", "ano de fundação"),
        "technologies_used": ("technologies used", "technologies", "tech stack", "technology", "tecnologías",
                              "Technologien", "tecnologie", "tecnologias"),
        "tags": ("tags", "tag", "labels", "etiquetas", "étiquettes", "Schlagwörter", "etichette"),
        "owner_id": ("owner", "owner id", "account owner", "assigned to", "propietario", "responsable", "propriétaire",
                     "Eigentümer", "Besitzer", "proprietario", "responsabile", "proprietário", "responsável"),
    },
}  # fmt: skip

# Say who made the field up, or whose it is, not what is in it; dropped at either end, as is the name's own entity.
MEANINGLESS = frozenset(
    "genesy enginy crm cf c u x custom customfield field fields prop property attribute attr var value text string "
    "hs hubspot sf sfdc salesforce sync synced my our the new latest current v personalizado champ feld campo".split()
)
ENTITY_WORDS = {
    Entity.CONTACT: frozenset("contact contacts lead leads person people prospect prospects contacto contatto".split()),
    Entity.COMPANY: frozenset("company account accounts organization empresa firma azienda".split()),
}
# Dropped before an engagement wording only: a campaign's title is nobody's job title.
CAMPAIGN_WORDS = frozenset("campaign campaigns outreach campana campagne kampagne campagna campanha".split())
SMALL_WORDS = frozenset(
    "of the de la el los las del du des le les l d der die das den dem di della delle dei dell il lo gli da do dos em en "
    "sui sur no na at on".split()
)
GLUED_PREFIXES = ("genesy", "enginy")  # also where nothing parts them from the next word
